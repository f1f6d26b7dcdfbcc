import type { Locale } from './locale.ts';
import { pageToPath, type Page } from './page.ts';

/** Address of a site: `origin` has no trailing slash, `base` begins and ends with one (`/`, `/kb/`). */
export interface SiteAddress {
  origin: string;
  base: string;
}

/** Returns the address of a page in a language, from the root of the host: `/kb/ko/articles/`. */
export function pageToHref(page: Page, locale: Locale, { base }: SiteAddress): string {
  return `${base}${locale}/${pageToPath(page)}`;
}

/** Returns the address of an entry's Markdown: `/ko/articles/ps-vs-top.md`. */
export function markdownHref(slug: string, locale: Locale, { base }: SiteAddress): string {
  return `${base}${locale}/articles/${encodeURIComponent(slug)}.md`;
}

/** Returns the address of a diagram or figure as PNG, for feed readers that don't show SVG. `digest` is its content hash. */
export function diagramHref(digest: string, { base }: SiteAddress): string {
  return `${base}diagrams/${digest}.png`;
}

/** Returns the address of a download, the same in all languages. `folder` is that of its article or page, such as `articles/ps-vs-top`. */
export function downloadHref(folder: string, name: string, { base }: SiteAddress): string {
  return `${base}downloads/${[...folder.split('/'), ...name.split('/')].map(encodeURIComponent).join('/')}`;
}

/** Returns the address of a language's feed. */
export function feedHref(locale: Locale, { base }: SiteAddress): string {
  return `${base}${locale}/feed.xml`;
}

/**
 * Returns the address of a page's Open Graph image. Articles have one for each language they are written in; all other pages of a
 * language share one.
 */
export function cardHref(page: Page, locale: Locale, { base }: SiteAddress): string {
  return page.type === 'article'
    ? `${base}og/${locale}/${encodeURIComponent(page.slug)}.png`
    : `${base}og/${locale}.png`;
}

/** Converts a path from the root of the host to a full URL. */
export function toAbsolute(href: string, { origin }: SiteAddress): string {
  return new URL(href, origin).href;
}

/**
 * Returns the page that the language switch leads to: the same page, in locale `to`. On a side-by-side page, switching to the other
 * language swaps the columns; a third language replaces the page's own, or leads to the article if that is not written in it.
 *
 * @example
 * switchPage({ type: 'side-by-side', slug: 'a', other: 'en' }, 'ko', 'en', ['ko', 'en']) // { type: 'side-by-side', slug: 'a', other: 'ko' }
 */
export function switchPage(page: Page, from: Locale, to: Locale, written: readonly Locale[]): Page {
  if (page.type !== 'side-by-side' || to === from) return page;
  if (!written.includes(to)) return { type: 'article', slug: page.slug };
  return to === page.other ? { ...page, other: from } : page;
}
