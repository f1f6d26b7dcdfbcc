import {
  cardHref,
  feedHref,
  listFixedPages,
  markdownHref,
  pageToHref,
  type FixedPageType,
  type Locale,
  type Page,
} from '../locale/index.ts';
import { entryId, securityContact, type Article } from '../model/index.ts';
import { isPublic } from './is-public.ts';
import type { Library } from './library.ts';

/** Returns every path of the built site, decoded and without the leading slash. Translations that are not public have no files of their own. */
export function listRootPaths(library: Library): string[] {
  const { site, publicFiles } = library.content;
  const atRoot = { origin: site.origin, base: '/' };
  const pages = [...listFixedPages(), ...Object.values(pagesOf).flatMap((list) => list(library))];
  const hrefs = site.locales.flatMap((locale) => [
    ...pages.map((page) => pageToHref(page, locale, atRoot)),
    ...pairsOf(locale, library).map((page) => pageToHref(page, locale, atRoot)),
    `/${locale}/404.html`,
    feedHref(locale, atRoot),
    cardHref({ type: 'home' }, locale, atRoot),
    `/sitemap-${locale}.xml`,
  ]);
  const texts = library.texts
    .filter(isPublic)
    .flatMap(({ file: { kind, slug, locale } }) =>
      kind === 'article'
        ? [markdownHref(slug, locale, atRoot), cardHref({ type: 'article', slug }, locale, atRoot)]
        : [],
    );
  const files = [...publicFiles].flatMap((name) => [name, name.replace(/(^|\/)index\.html$/, '$1')]);
  const security = securityContact(site) === undefined ? [] : ['.well-known/security.txt'];
  return ['', ...generated, ...security, ...[...hrefs, ...texts].map(toPath), ...files];
}

/** Files that every site has. */
const generated = [
  '404.html',
  'apple-touch-icon.png',
  'favicon.ico',
  'favicon.svg',
  'llms.txt',
  'robots.txt',
  'sitemap-index.xml',
];

/** A function for each type of page with parameters that lists the pages that exist in every language. */
const pagesOf: Readonly<Record<Exclude<Page['type'], FixedPageType>, (library: Library) => Page[]>> = {
  article: (library) => slugsOf('article', library).map((slug) => ({ type: 'article', slug })),
  // These pages are not the same in every language, so `pairsOf` lists them.
  'side-by-side': () => [],
  topic: ({ content }) => Object.keys(content.topics).map((topic) => ({ type: 'topic', topic })),
  single: (library) => slugsOf('page', library).map((slug) => ({ type: 'single', slug })),
};

/** Returns the side-by-side pages of a language: each of its articles with each of the article's other languages. */
function pairsOf(locale: Locale, { articles, texts }: Library): Page[] {
  const hidden = new Set(texts.filter((text) => !isPublic(text)).map(({ id }) => id));
  const localesOf = ({ kind, slug, entries }: Article): Locale[] =>
    [...entries.keys()].filter((each) => !hidden.has(entryId({ kind, slug, locale: each })));
  return articles
    .filter((article) => article.kind === 'article' && localesOf(article).includes(locale))
    .flatMap((article) =>
      localesOf(article)
        .filter((other) => other !== locale)
        .map((other): Page => ({ type: 'side-by-side', slug: article.slug, other })),
    );
}

/** Returns the slugs of all entries, including unreadable ones: those have diagnostics already, so links to them are not reported. */
function slugsOf(kind: 'article' | 'page', { articles, content }: Library): string[] {
  const all = [...articles, ...content.unreadable].filter((each) => each.kind === kind);
  return [...new Set(all.map(({ slug }) => slug))];
}

function toPath(href: string): string {
  return decodeURIComponent(href.slice(1));
}
