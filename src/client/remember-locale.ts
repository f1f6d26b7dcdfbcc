/** Keep the language a reader changes to, for the next time they come to the root of the site. */
export function rememberLocale(page: Document): void {
  for (const link of page.querySelectorAll<HTMLElement>('a[data-locale]')) {
    link.addEventListener('click', () => {
      try {
        localStorage.setItem('locale', link.dataset.locale ?? '');
      } catch {
        // Storage may be refused; the link works all the same.
      }
    });
  }
}
