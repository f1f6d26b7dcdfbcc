/** What `localStorage` holds as `reading` for who reads both languages; who reads one has `single`. */
export const bothLanguages = 'side-by-side';

/** Keep for later what a link says of its reader: their language, and whether they read one or both. */
export function keepChoice({ locale, reading }: DOMStringMap): void {
  try {
    if (locale !== undefined) localStorage.setItem('locale', locale);
    if (reading !== undefined) localStorage.setItem('reading', reading);
  } catch {
    // Storage may be refused; the link works all the same.
  }
}

/**
 * Whether someone comes to an article from elsewhere in the site. Only then is a reader who likes both languages shown both:
 * an address that was sent, searched for, typed or gone back to shows what it names, and who goes from both languages to
 * one means one.
 *
 * @param article address of the article, from the root of its host: `/kb/ko/articles/ps-vs-top/`
 */
export function comesFromElsewhere(referrer: string, { origin, pathname: article }: URL | Location): boolean {
  const [, base, folder] = /^(.*\/)[^/]+\/(articles\/[^/]+\/)$/.exec(article) ?? [];
  if (base === undefined || folder === undefined || !URL.canParse(referrer)) return false;
  const from = new URL(referrer);
  return from.origin === origin && from.pathname.startsWith(base) && !from.pathname.includes(`/${folder}`);
}
