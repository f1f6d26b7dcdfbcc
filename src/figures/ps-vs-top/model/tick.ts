/** Clock ticks a second, the unit of everything that `/proc` says of CPU time (`getconf CLK_TCK`); one is 10 ms. */
export const ticksPerSecond = 100;

/** Ticks as a process sees them in `/proc/uptime`: seconds with two decimals. */
export function ticksToSeconds(ticks: number): string {
  return (ticks / ticksPerSecond).toFixed(2);
}
