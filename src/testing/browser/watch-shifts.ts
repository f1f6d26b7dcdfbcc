declare global {
  interface Window {
    /** Sum of the layout shifts there have been (https://web.dev/articles/cls). */
    shifted: number;
  }
}

/** Add up, in the page, how far its parts shift: to run before anything else does. */
export function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
