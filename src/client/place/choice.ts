/** The value of `reading` in `localStorage` for readers who prefer both languages; the other value is `single`. */
export const bothLanguages = 'side-by-side';

/** Stores the choices that following a link expresses: the language, and one language or both. */
export function storeChoice({ locale, reading }: DOMStringMap): void {
  try {
    if (locale !== undefined) localStorage.setItem('locale', locale);
    if (reading !== undefined) localStorage.setItem('reading', reading);
  } catch {
    // Storage is blocked; the link itself still works.
  }
}

/**
 * Returns whether a reader comes to an article from another page of the site. Only then are both languages shown to those who
 * prefer them. An address that was shared, found by a search engine, typed or reached through the history shows the page it
 * names, and a reader who leaves the side-by-side page of the article wants one language.
 *
 * @param article address of the article, from the root of its host: `/kb/ko/articles/ps-vs-top/`
 */
export function isFromOtherPage(referrer: string, { origin, pathname: article }: URL | Location): boolean {
  const [, base, folder] = /^(.*\/)[^/]+\/(articles\/[^/]+\/)$/.exec(article) ?? [];
  if (base === undefined || folder === undefined || !URL.canParse(referrer)) return false;
  const from = new URL(referrer);
  return from.origin === origin && from.pathname.startsWith(base) && !from.pathname.includes(`/${folder}`);
}
