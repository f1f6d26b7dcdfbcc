import type { Page } from './address.ts';
import type { Locale } from './locale.ts';

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
