/**
 * Restores what the previous page stored for this one: the words that search found, the place in the text, and whether the
 * reader prefers both languages. Each part is lazy-loaded only if its storage key exists.
 */
export function restoreState(page: Document): void {
  try {
    if ('found' in sessionStorage)
      void import('../search/interface/marks.ts').then((marks) => {
        marks.markHandedOver(page);
      });
    if ('place' in sessionStorage || 'reading' in localStorage)
      void import('./place/index.ts').then((place) => {
        place.restore(page);
      });
  } catch {
    // Storage is blocked, so there is nothing to restore.
  }
}
