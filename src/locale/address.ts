import type { Locale } from './locale.ts';

/** Where the site lives: `origin` without a trailing slash, `base` with one on both ends (`/`, `/kb/`). */
export interface SiteAddress {
  origin: string;
  base: string;
}

/** A page of the site, whichever language shows it. */
export type Page =
  | { type: 'home' }
  | { type: 'articles' }
  | { type: 'article'; slug: string }
  /** Both languages of an article, block by block; `other` is the one that is not the page's own. */
  | { type: 'side-by-side'; slug: string; other: Locale }
  | { type: 'topics' }
  | { type: 'topic'; topic: string }
  | { type: 'search' }
  | { type: 'single'; slug: string };

/** Names that pages of the site itself have below a locale; no single page can be called so. */
export const reservedNames: readonly string[] = ['articles', 'glossary', 'search', 'topics', 'translations'];

/** The path of a page below its locale: `articles/ps-vs-top/`. */
export function pageToPath(page: Page): string {
  switch (page.type) {
    case 'home':
      return '';
    case 'articles':
      return 'articles/';
    case 'article':
      return `articles/${encodeURIComponent(page.slug)}/`;
    case 'side-by-side':
      return `articles/${encodeURIComponent(page.slug)}/side-by-side/${page.other}/`;
    case 'topics':
      return 'topics/';
    case 'topic':
      return `topics/${encodeURIComponent(page.topic)}/`;
    case 'search':
      return 'search/';
    case 'single':
      return `${encodeURIComponent(page.slug)}/`;
  }
}

/** The page at a decoded path below its locale, if it has the form of one: the inverse of {@link pageToPath}. */
export function pathToPage(path: string): Page | undefined {
  if (path === '') return { type: 'home' };
  const [, slug, other] = /^articles\/([^/]+)\/side-by-side\/([^/]+)\/$/.exec(path) ?? [];
  if (slug !== undefined && other !== undefined) return { type: 'side-by-side', slug, other };
  const [, folder = '', name] = /^([^/]+)\/(?:([^/]+)\/)?$/.exec(path) ?? [];
  if (folder === 'articles')
    return name === undefined ? { type: 'articles' } : { type: 'article', slug: name };
  if (folder === 'topics') return name === undefined ? { type: 'topics' } : { type: 'topic', topic: name };
  if (folder === 'search') return name === undefined ? { type: 'search' } : undefined;
  const isSingle = folder !== '' && name === undefined && !reservedNames.includes(folder);
  return isSingle ? { type: 'single', slug: folder } : undefined;
}

/** The address of a page in a language, from the root of the host: `/kb/ko/articles/`. */
export function pageToHref(page: Page, locale: Locale, { base }: SiteAddress): string {
  return `${base}${locale}/${pageToPath(page)}`;
}

/** The address of an entry's Markdown: `/ko/articles/ps-vs-top.md`. */
export function markdownHref(slug: string, locale: Locale, { base }: SiteAddress): string {
  return `${base}${locale}/articles/${encodeURIComponent(slug)}.md`;
}

/** The address of a diagram's or a figure's picture, for readers that show no SVG; `digest` stands for how it looks. */
export function diagramHref(digest: string, { base }: SiteAddress): string {
  return `${base}diagrams/${digest}.png`;
}

/** The address of a file that a text offers, the same in every language; `folder` is that of its article or page: `articles/ps-vs-top`. */
export function downloadHref(folder: string, name: string, { base }: SiteAddress): string {
  return `${base}downloads/${[...folder.split('/'), ...name.split('/')].map(encodeURIComponent).join('/')}`;
}

/** The address of a language's feed. */
export function feedHref(locale: Locale, { base }: SiteAddress): string {
  return `${base}${locale}/feed.xml`;
}

/**
 * The address of the picture that links to a page show: an article has its own in each language it is written in, all other
 * pages share their language's.
 */
export function cardHref(page: Page, locale: Locale, { base }: SiteAddress): string {
  return page.type === 'article'
    ? `${base}og/${locale}/${encodeURIComponent(page.slug)}.png`
    : `${base}og/${locale}.png`;
}

/** A path from the root of the host as a full URL. */
export function toAbsolute(href: string, { origin }: SiteAddress): string {
  return new URL(href, origin).href;
}

/**
 * The page that a reader of a page is led to who asks for another language: the same one. Two languages side by side change
 * sides; a third takes the place of the page's own, if the article is written in it, and else there is only the article.
 *
 * @example
 * switchPage({ type: 'side-by-side', slug: 'a', other: 'en' }, 'ko', 'en', ['ko', 'en']) // beside Korean, in English
 */
export function switchPage(page: Page, from: Locale, to: Locale, written: readonly Locale[]): Page {
  if (page.type !== 'side-by-side' || to === from) return page;
  if (!written.includes(to)) return { type: 'article', slug: page.slug };
  return to === page.other ? { ...page, other: from } : page;
}
