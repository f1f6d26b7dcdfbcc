/** Lead a reader who changes the language to the same section, and keep the language for when they next come to the root. */
export function rememberLocale(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-locale]')) {
    link.addEventListener('click', () => {
      // Headings have one id in every language, so the place stays the same too.
      link.hash = location.hash;
      try {
        localStorage.setItem('locale', link.dataset.locale ?? '');
      } catch {
        // Storage may be refused; the link works all the same.
      }
    });
  }
}
