import type { Counters } from './counters.ts';
import type { Release } from './release.ts';
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
export function ps(counters: Counters, release: Pick<Release, 'age'>): PsFigures {
  const perMille = divide(counters, release, 1000);
  const perCent = divide(counters, release, 100);
  return {
    cpu: perMille > 999 ? `${Math.floor(perMille / 10)}` : `${Math.floor(perMille / 10)}.${perMille % 10}`,
    c: `${Math.min(perCent, 99)}`,
    isCapped: perCent > 99,
  };
}

/** A process’s age in whole seconds, as column `ELAPSED` has it; the older releases divide by it, too. */
export function countSeconds({ start, uptime }: Life, { age }: Pick<Release, 'age'>): number {
  return age === 'seconds-apart'
    ? Math.floor(uptime / ticksPerSecond) - Math.floor(start / ticksPerSecond)
    : Math.trunc(uptime / ticksPerSecond - start / ticksPerSecond);
}

/**
 * The age by which `ps` divides, in ticks: in some releases that of whole seconds alone.
 *
 * The programs keep seconds as binary fractions, in which 0.29 s times 100 are 28 ticks. Numbers here are the same ones, so that
 * they err alike: hence the divisions by 100 that look as if they could go. (Seen in 4.0.2: 20 ticks at an age of 29 are 71.4.)
 */
export function ageInPs({ start, uptime }: Life, release: Pick<Release, 'age'>): number {
  switch (release.age) {
    case 'seconds-apart':
    case 'seconds':
      return countSeconds({ start, uptime }, release) * ticksPerSecond;
    case 'ticks':
      return Math.trunc(((toBootTicks(uptime) - start) / ticksPerSecond) * ticksPerSecond);
    case 'utilization':
      return uptime - start;
  }
}

/** CPU time used over age, in per cent and unrounded: what `ps` stands for, in any release. */
export function lifetimeShare({ used, start, uptime }: Counters): number {
  return uptime > start ? (100 * used) / (uptime - start) : 0;
}

type Life = Pick<Counters, 'start' | 'uptime'>;

/** CPU time over age times `scale`, cut to a whole number as the releases do it; zero where there is no age yet. */
function divide(counters: Counters, release: Pick<Release, 'age'>, scale: number): number {
  const { used } = counters;
  const age = ageInPs(counters, release);
  if (age <= 0) return 0;
  // With seconds the programs make seconds of the CPU time as well, and cut it before they divide: it is the same.
  if (release.age !== 'utilization') return Math.floor((used * scale) / age);
  // `(utime + stime) * 100.0f` is of single precision, what follows of double.
  return Math.trunc((Math.fround(Math.fround(used) * 100) / age) * (scale / 100));
}

/** `boot_tics` of 4.0.1 to 4.0.4: seconds as they stand in `/proc/uptime`, times ticks a second, cut. */
function toBootTicks(uptime: number): number {
  return Math.trunc((uptime / ticksPerSecond) * ticksPerSecond);
}
