/**
 * Redirects from the root of the site to the home page in the reader's language: the one they chose last, else the first of the
 * browser's languages that the site has. Without a match the page stays and shows its language links.
 *
 * The function is inlined into the page as text, so it must not use anything from outside its body.
 *
 * @param homes address of the home page by lower-case locale
 */
export function chooseLanguage(homes: Record<string, string>): void {
  let chosen = '';
  try {
    chosen = localStorage.getItem('locale') ?? '';
  } catch {
    // Storage is blocked: fall back to the browser's languages.
  }
  const locale = [chosen, ...navigator.languages]
    .flatMap((tag) => [tag.toLowerCase(), tag.toLowerCase().split('-')[0] ?? ''])
    .find((tag) => Object.hasOwn(homes, tag));
  if (locale !== undefined) location.replace(homes[locale] ?? '');
}
