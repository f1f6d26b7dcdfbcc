/** A time in seconds with six decimals, as captures are printed: `0.620142`. */
export function formatSeconds(us: number): string {
  return (us / 1_000_000).toFixed(6);
}
