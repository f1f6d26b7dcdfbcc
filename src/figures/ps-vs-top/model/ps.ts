import type { Release } from './release.ts';
import { ticksPerSecond } from './timeline.ts';

/** Numbers from `/proc` about one process, in ticks. */
export interface Counters {
  /** CPU time of all threads, including finished ones: `utime` + `stime`, fields 14 and 15 of `/proc/PID/stat`. */
  used: number;
  /** Start time since boot: `starttime`, field 22 of `/proc/PID/stat`. */
  start: number;
  /** Time since boot: the first number of `/proc/uptime`, converted from seconds to ticks. */
  uptime: number;
}

/** The values that `ps` prints. */
export interface PsValues {
  /** Column `%CPU` (`pcpu`). */
  cpu: string;
  /** Column `C` of `ps -f`. */
  c: string;
  /** Whether the ratio is above 99, the most that column `C` can show. */
  isCapped: boolean;
}

/** Computes what `ps` prints for these counters: truncated, never rounded, and without a decimal from 100 on. */
export function computePs(counters: Counters, release: Pick<Release, 'age'>): PsValues {
  const perMille = divide(counters, release, 1000);
  const percent = divide(counters, release, 100);
  return {
    cpu: perMille > 999 ? `${Math.floor(perMille / 10)}` : `${Math.floor(perMille / 10)}.${perMille % 10}`,
    c: `${Math.min(percent, 99)}`,
    isCapped: percent > 99,
  };
}

/** Returns a process’s age in whole seconds, as in column `ELAPSED`. Older releases divide by it, too. */
export function elapsedSeconds({ start, uptime }: Times, { age }: Pick<Release, 'age'>): number {
  return age === 'seconds-apart'
    ? Math.floor(uptime / ticksPerSecond) - Math.floor(start / ticksPerSecond)
    : Math.trunc(uptime / ticksPerSecond - start / ticksPerSecond);
}

/**
 * Returns the age by which `ps` divides, in ticks; in some releases it is a whole number of seconds.
 *
 * `ps` stores seconds as binary floating-point numbers, in which 0.29 s × 100 truncates to 28 ticks. This code computes with the
 * same doubles to reproduce such errors, so its divisions and multiplications by 100 must not be simplified. (Observed with
 * 4.0.2: 20 ticks at an age of 29 give 71.4.)
 */
export function psAge({ start, uptime }: Times, release: Pick<Release, 'age'>): number {
  switch (release.age) {
    case 'seconds-apart':
    case 'seconds':
      return elapsedSeconds({ start, uptime }, release) * ticksPerSecond;
    case 'ticks':
      return Math.trunc(((toBootTicks(uptime) - start) / ticksPerSecond) * ticksPerSecond);
    case 'utilization':
      return uptime - start;
  }
}

/** Returns CPU time divided by age, in percent and unrounded: the ratio that every release approximates. */
export function lifetimeShare({ used, start, uptime }: Counters): number {
  return uptime > start ? (100 * used) / (uptime - start) : 0;
}

type Times = Pick<Counters, 'start' | 'uptime'>;

/** Returns CPU time divided by age, times `scale`, truncated as the release does it; 0 if the age is 0. */
function divide(counters: Counters, release: Pick<Release, 'age'>, scale: number): number {
  const { used } = counters;
  const age = psAge(counters, release);
  if (age <= 0) return 0;
  // The releases that count the age in seconds convert the CPU time to seconds, too. That gives the same quotient.
  if (release.age !== 'utilization') return Math.floor((used * scale) / age);
  // `(utime + stime) * 100.0f` is in single precision, the rest in double precision.
  return Math.trunc((Math.fround(Math.fround(used) * 100) / age) * (scale / 100));
}

/** Computes `boot_tics` of 4.0.1 to 4.0.4: the seconds of `/proc/uptime` times ticks per second, truncated. */
function toBootTicks(uptime: number): number {
  return Math.trunc((uptime / ticksPerSecond) * ticksPerSecond);
}
