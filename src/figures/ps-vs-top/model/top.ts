import type { Release } from './release.ts';
import { ticksPerSecond } from './timeline.ts';

/** Modes of the %CPU column: whether 100 means one CPU (`irix`, the default of `top`) or the whole machine (`solaris`, toggled by the key `I`). */
export const topModes = ['irix', 'solaris'] as const;

export type TopMode = (typeof topModes)[number];

/** The numbers from which `top` computes a percentage. */
export interface TopInterval {
  /** CPU time used since the previous frame, in ticks; if the process is new to `top`, all of its CPU time. */
  used: number;
  /** Time since the previous frame. */
  seconds: number;
  /** Number of threads. */
  threads: number;
  /** Number of CPUs. */
  cpus: number;
  mode: TopMode;
}

/** The value that `top` prints for an interval. */
export interface TopValue {
  /** Column `%CPU`. */
  cpu: string;
  /** Whether a cap lowered the value: 100 per thread, or the maximum of one task on this machine in this mode. */
  isCapped: boolean;
}

/** Computes what `top` prints for an interval: rounded, and without a decimal if the column is too narrow for it. */
export function computeTop(
  interval: TopInterval,
  { capsByThreads }: Pick<Release, 'capsByThreads'>,
): TopValue {
  const threadCap = capsByThreads ? 100 * interval.threads : Infinity;
  const percent = toPercent(interval);
  const cpu = formatPercent(Math.fround(Math.min(percent, threadCap, taskCap(interval))));
  // Compare the printed texts: single precision turns a thread that never rests into 100.00001, and capping that is invisible.
  return { cpu, isCapped: cpu !== formatPercent(percent) };
}

/** Returns CPU time divided by elapsed time, in percent, unrounded and uncapped: the ratio that `top` approximates. */
export function intervalShare({ used, seconds, cpus, mode }: TopInterval): number {
  return (100 * used) / (ticksPerSecond * seconds * cpuDivisor(cpus, mode));
}

/** Computes the percentage in single precision, operation by operation as `top.c` does (`Frame_etscale`), so that even the last digit is equal. */
function toPercent({ used, seconds, cpus, mode }: TopInterval): number {
  const { fround } = Math;
  // `top` avoids a division by zero for two frames in quick succession.
  const elapsed = fround(seconds) < 0.01 ? fround(0.005) : fround(seconds);
  const perTick = fround(100 / fround(fround(ticksPerSecond * elapsed) * cpuDivisor(cpus, mode)));
  return fround(fround(used) * perTick);
}

function cpuDivisor(cpus: number, mode: TopMode): number {
  return mode === 'irix' ? 1 : cpus;
}

/** Returns `Cpu_pmax` of `top.c` for modes in which a task includes all of its threads. (In thread mode, `H`, it is always 99.9.) */
function taskCap({ cpus, mode }: TopInterval): number {
  if (mode === 'solaris' || cpus === 1) return 99.9;
  return cpus > 10 ? 100 * cpus : Math.min(100 * cpus, 999.9);
}

/** Width of column `%CPU`. */
const columnWidth = 5;

/** Formats like `printf("%#.1f")`, or `"%.0f"` if that does not fit into the column. */
function formatPercent(value: number): string {
  const tenths = roundToEven(value * 10) / 10;
  const text = tenths.toFixed(1);
  return text.length > columnWidth ? `${roundToEven(value)}` : text;
}

/** Rounds half to even like `printf`; `Math.round` and `toFixed` round half up. */
function roundToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest === 0.5) return down % 2 === 0 ? down : down + 1;
  return rest < 0.5 ? down : down + 1;
}
