import type { Counters } from './counters.ts';
import type { AgeRule, Release } from './release.ts';
import { ticksPerSecond } from './tick.ts';

/** What `ps` makes of one reading of the counters. */
export interface PsFigures {
  /** Column `%CPU` (`pcpu`), as it is printed. */
  cpu: string;
  /** Column `C` of `ps -f`, as it is printed. */
  c: string;
  /** Whether the ratio has more per cent than `C` can show. */
  isCapped: boolean;
}

/** What `ps` prints for these counters: truncated, never rounded, and without a decimal from 100 on. */
export function ps({ used, start, uptime }: Counters, { age }: Pick<Release, 'age'>): PsFigures {
  const perMille = ratios[age](used, start, uptime, 1000);
  const perCent = ratios[age](used, start, uptime, 100);
  return {
    cpu: perMille > 999 ? `${Math.floor(perMille / 10)}` : `${Math.floor(perMille / 10)}.${perMille % 10}`,
    c: `${Math.min(perCent, 99)}`,
    isCapped: perCent > 99,
  };
}

/** A process’s age in whole seconds, as column `ELAPSED` has it; the older releases divide by it, too. */
export function countSeconds(
  { start, uptime }: Pick<Counters, 'start' | 'uptime'>,
  { age }: Pick<Release, 'age'>,
): number {
  return age === 'seconds-apart'
    ? Math.floor(uptime / ticksPerSecond) - Math.floor(start / ticksPerSecond)
    : Math.trunc(uptime / ticksPerSecond - start / ticksPerSecond);
}

/** The age by which `ps` divides, in ticks: in some releases that of whole seconds alone. */
export function ageInPs(
  { start, uptime }: Pick<Counters, 'start' | 'uptime'>,
  { age }: Pick<Release, 'age'>,
): number {
  const isInSeconds = age === 'seconds' || age === 'seconds-apart';
  return isInSeconds ? countSeconds({ start, uptime }, { age }) * ticksPerSecond : uptime - start;
}

/** CPU time used over age, in per cent and unrounded: what `ps` stands for, in any release. */
export function lifetimeShare({ used, start, uptime }: Counters): number {
  return uptime > start ? (100 * used) / (uptime - start) : 0;
}

/** CPU time over age times `scale`, cut to a whole number as the releases do it; zero where there is no age yet. */
type Ratio = (used: number, start: number, uptime: number, scale: number) => number;

// The programs keep seconds as binary fractions, in which 0.29 s times 100 are 28 ticks. Numbers here are the same ones, so that
// they err alike: hence the divisions by 100 that look as if they could go. (Seen in 4.0.2: 20 ticks at an age of 29 are 71.4.)
const ratios: Record<AgeRule, Ratio> = {
  'seconds-apart': bySeconds('seconds-apart'),
  seconds: bySeconds('seconds'),
  ticks: (used, start, uptime, scale) => {
    const elapsed = (toBootTicks(uptime) - start) / ticksPerSecond;
    return divide(used * scale, Math.trunc(elapsed * ticksPerSecond));
  },
  utilization: (used, start, uptime, scale) => {
    if (uptime <= start) return 0;
    // `(utime + stime) * 100.0f` is of single precision, what follows of double.
    const utilization = Math.fround(Math.fround(used) * 100) / (uptime - start);
    return Math.trunc(utilization * (scale / 100));
  },
};

function bySeconds(age: AgeRule): Ratio {
  return (used, start, uptime, scale) =>
    divide(Math.floor((used * scale) / ticksPerSecond), countSeconds({ start, uptime }, { age }));
}

function divide(dividend: number, divisor: number): number {
  return divisor > 0 ? Math.floor(dividend / divisor) : 0;
}

/** `boot_tics` of 4.0.1 to 4.0.4: seconds as they stand in `/proc/uptime`, times ticks a second, cut. */
function toBootTicks(uptime: number): number {
  return Math.trunc((uptime / ticksPerSecond) * ticksPerSecond);
}
