/** Formats a time in seconds with two decimals: `1.91`. */
export function formatTime(us: number): string {
  return (us / 1_000_000).toFixed(2);
}
