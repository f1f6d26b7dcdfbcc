/** Whether the page was not gone back to, nor loaded again: then its reader is not where they were yet. */
export function isNew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}
