/** Lead a reader who changes the language to the same section, or what they search for, and keep the language for when they next come to the root. */
export function rememberLocale(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-locale]')) {
    link.addEventListener('click', () => {
      // Headings have one id in every language, so the place stays the same too.
      link.hash = location.hash;
      link.search = location.search;
      try {
        localStorage.setItem('locale', link.dataset.locale ?? '');
      } catch {
        // Storage may be refused; the link works all the same.
      }
    });
  }
}
