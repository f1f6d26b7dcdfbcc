import type { Locale } from './locale.ts';
import { pageToPath, type Page } from './page.ts';

/** Where the site lives: `origin` without a trailing slash, `base` with one on both ends (`/`, `/kb/`). */
export interface SiteAddress {
  origin: string;
  base: string;
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
