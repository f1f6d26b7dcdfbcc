/**
 * Show a page in the theme its reader has chosen, if they have, before anything is painted.
 *
 * Is put into the page as text, so it uses nothing from outside itself.
 */
export function restoreTheme(): void {
  try {
    document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';
  } catch {}
}
