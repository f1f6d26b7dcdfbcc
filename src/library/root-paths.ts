import { cardHref, feedHref, markdownHref, pageToHref, type Locale, type Page } from '../locale/index.ts';
import type { Library } from './library.ts';

/** Every path from the root of the site at which something stands, decoded and without the slash before it. */
export function listRootPaths(library: Library): string[] {
  const { site, publicFiles } = library.content;
  const atRoot = { origin: site.origin, base: '/' };
  const pages = Object.values(pagesOf).flatMap((list) => list(library));
  const hrefs = site.locales.flatMap((locale) => [
    ...pages.map((page) => pageToHref(page, locale, atRoot)),
    ...pairsOf(locale, library).map((page) => pageToHref(page, locale, atRoot)),
    feedHref(locale, atRoot),
    cardHref({ type: 'home' }, locale, atRoot),
    `/sitemap-${locale}.xml`,
  ]);
  const texts = library.texts.flatMap(({ file: { kind, slug, locale } }) =>
    kind === 'article'
      ? [markdownHref(slug, locale, atRoot), cardHref({ type: 'article', slug }, locale, atRoot)]
      : [],
  );
  const files = [...publicFiles].flatMap((name) => [name, name.replace(/(^|\/)index\.html$/, '$1')]);
  return [...['', ...generated], ...[...hrefs, ...texts].map(toPath), ...files];
}

/** Files that every site has. */
const generated = ['404.html', 'apple-touch-icon.png', 'llms.txt', 'robots.txt', 'sitemap-index.xml'];

/** The pages of each type that a language has: a new type cannot be forgotten here. */
const pagesOf: Readonly<Record<Page['type'], (library: Library) => Page[]>> = {
  home: () => [{ type: 'home' }],
  articles: () => [{ type: 'articles' }],
  // Not the same in every language: `pairsOf` has them.
  'side-by-side': () => [],
  article: (library) => slugsOf('article', library).map((slug) => ({ type: 'article', slug })),
  topics: () => [{ type: 'topics' }],
  topic: ({ content }) => Object.keys(content.topics).map((topic) => ({ type: 'topic', topic })),
  search: () => [{ type: 'search' }],
  single: (library) => slugsOf('page', library).map((slug) => ({ type: 'single', slug })),
};

/** Articles that are written in a language, beside each other language that they are written in. */
function pairsOf(locale: Locale, { articles }: Library): Page[] {
  return articles
    .filter(({ kind, entries }) => kind === 'article' && entries.has(locale))
    .flatMap(({ slug, entries }) =>
      [...entries.keys()]
        .filter((other) => other !== locale)
        .map((other): Page => ({ type: 'side-by-side', slug, other })),
    );
}

/** What cannot be read is told of by itself; links to it are not broken too. */
function slugsOf(kind: 'article' | 'page', { articles, content }: Library): string[] {
  const all = [...articles, ...content.unreadable].filter((each) => each.kind === kind);
  return [...new Set(all.map(({ slug }) => slug))];
}

function toPath(href: string): string {
  return decodeURIComponent(href.slice(1));
}
