/** Take up what earlier pages have left for this one: words that search has found, the place in a text, how the reader likes to read. */
export function takeUp(page: Document): void {
  try {
    if ('found' in sessionStorage)
      void import('../search/interface/marks.ts').then((marks) => {
        marks.markHandedOver(page);
      });
    if ('place' in sessionStorage || 'reading' in localStorage)
      void import('./place/start.ts').then((place) => {
        place.arrive(page);
      });
  } catch {
    // Storage may be refused; then nothing has been left.
  }
}
