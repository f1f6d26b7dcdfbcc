/** Lazy-loads, on the first scroll, the code that marks the current section in the contents and tracks the reading position. */
export function trackReading(page: Document): void {
  const track = (): void => {
    void import('./mark-section.ts').then((section) => {
      section.markSection(page);
    });
    void import('./place/index.ts').then((place) => {
      place.trackPosition(page);
    });
  };
  if (scrollY > 0) track();
  else page.addEventListener('scroll', track, { once: true });
}
