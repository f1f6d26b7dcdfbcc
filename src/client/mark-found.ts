/** Mark the words for which search has led here, if it has: it leaves them in the tab's storage, under the name looked for. */
export function markFound(page: Document): void {
  try {
    if ('found' in sessionStorage)
      void import('../search/interface/marks.ts').then((marks) => {
        marks.markHandedOver(page);
      });
  } catch {
    // Storage may be refused; then nothing has been left.
  }
}
