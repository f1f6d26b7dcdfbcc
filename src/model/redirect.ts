import type { Locale, Page } from '../locale/index.ts';
import { parseAlias, type Alias } from './alias.ts';
import type { Article } from './article.ts';

/** A former address and what is there now. */
export interface Redirect {
  /** The former address, decoded, from the root of the site and without the leading slash: `2015/03/12/old/`. */
  path: string;
  /** The alias that it follows from, as written. */
  alias: string;
  /** Path of the page that leads on where a host has no redirects, such as `2015/03/12/old/index.html`; `undefined` for a file of another type. */
  file: string | undefined;
  /** The language of the target. */
  locale: Locale;
  target: Page | { type: 'markdown'; slug: string };
}

/** The facts of an article or page that its redirects follow from. */
type Moved = Pick<Article, 'kind' | 'slug' | 'source' | 'aliases'> & {
  entries: ReadonlyMap<Locale, unknown>;
};

/**
 * Lists the former addresses of an article or single page.
 *
 * A former slug leads on from each page that the article has now, in each language, and from its Markdown. A former address leads to
 * the text in the language that the address begins with, or else in the language of its source, in which it was first published.
 */
export function listRedirects(article: Moved, locales: readonly Locale[]): Redirect[] {
  return (article.aliases ?? []).flatMap((written) => {
    const alias = parseAlias(written);
    if (alias === undefined) return [];
    return redirectsOf(alias, article, locales).map((redirect) => ({ ...redirect, alias: written }));
  });
}

function redirectsOf(alias: Alias, article: Moved, locales: readonly Locale[]): Omit<Redirect, 'alias'>[] {
  const page = pageOf(article);
  if (alias.type === 'slug') return locales.flatMap((locale) => fromSlug(alias.slug, article, locale));
  const { path } = alias;
  const locale = locales.find((each) => path.startsWith(`${each}/`)) ?? article.source;
  return [{ path, file: toFile(path), locale, target: page }];
}

function fromSlug(slug: string, article: Moved, locale: Locale): Omit<Redirect, 'alias'>[] {
  const target = pageOf(article);
  if (article.kind === 'page') return [toRedirect(`${locale}/${slug}/`, locale, target)];
  const folder = `${locale}/articles/${slug}`;
  if (!article.entries.has(locale)) return [toRedirect(`${folder}/`, locale, target)];
  const others = [...article.entries.keys()].filter((other) => other !== locale);
  return [
    toRedirect(`${folder}/`, locale, target),
    ...others.map((other) =>
      toRedirect(`${folder}/side-by-side/${other}/`, locale, {
        type: 'side-by-side',
        slug: article.slug,
        other,
      }),
    ),
    { path: `${folder}.md`, file: undefined, locale, target: { type: 'markdown', slug: article.slug } },
  ];
}

function toRedirect(path: string, locale: Locale, target: Page): Omit<Redirect, 'alias'> {
  return { path, file: toFile(path), locale, target };
}

function pageOf({ kind, slug }: Pick<Article, 'kind' | 'slug'>): Page {
  return kind === 'article' ? { type: 'article', slug } : { type: 'single', slug };
}

/**
 * Returns the file that static hosts answer with at a path, whether or not it ends in a slash.
 *
 * @example
 * toFile('2015/old') // '2015/old/index.html'
 * toFile('2015/old.html') // '2015/old.html'
 */
function toFile(path: string): string {
  if (/\.html?$/i.test(path)) return path;
  return `${path.replace(/\/$/, '')}/index.html`;
}
