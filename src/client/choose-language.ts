/**
 * Send a reader on from the root of the site to their language: the one they chose last, else the first of the browser's
 * that the site has. Who has neither stays and is shown the doors.
 *
 * Is put into the page as text, so it uses nothing from outside itself.
 *
 * @param doors address of the home page by locale
 */
export function chooseLanguage(doors: Record<string, string>): void {
  let chosen = '';
  try {
    chosen = localStorage.getItem('locale') ?? '';
  } catch {
    // Storage may be refused; the browser's languages still tell.
  }
  const door = [chosen, ...navigator.languages]
    .flatMap((tag) => [tag.toLowerCase(), tag.toLowerCase().split('-')[0] ?? ''])
    .find((tag) => Object.hasOwn(doors, tag));
  if (door !== undefined) location.replace(doors[door] ?? '');
}
