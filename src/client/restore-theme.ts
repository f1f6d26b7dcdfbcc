/**
 * Applies the reader's chosen theme before the first paint.
 *
 * The function is inlined into the page as text, so it must not use anything from outside its body.
 */
export function restoreTheme(): void {
  try {
    document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';
  } catch {}
}
