import type { Release } from './release.ts';
import { ticksPerSecond } from './tick.ts';

/** Whether 100 stands for one CPU (`irix`, as `top` begins) or for the whole machine (`solaris`, by its key `I`). */
export const topModes = ['irix', 'solaris'] as const;

export type TopMode = (typeof topModes)[number];

/** What `top` knows when it draws a frame. */
export interface TopInterval {
  /** CPU time used since the frame before, in ticks; of a process it has not met before, all it ever used. */
  used: number;
  /** Time since the frame before. */
  seconds: number;
  /** How many threads the process has. */
  threads: number;
  /** How many CPUs the machine has. */
  cpus: number;
  mode: TopMode;
}

/** What `top` makes of an interval. */
export interface TopFigure {
  /** Column `%CPU`, as it is printed. */
  cpu: string;
  /** Whether it would be more without the caps: of the threads, and of what one task can have on this machine in this mode. */
  isCapped: boolean;
}

/** What `top` prints for an interval: rounded, and without a decimal where there is no room for one. */
export function top(interval: TopInterval, { capsByThreads }: Pick<Release, 'capsByThreads'>): TopFigure {
  const highestOfThreads = capsByThreads ? 100 * interval.threads : Infinity;
  const usage = scale(interval);
  const cpu = printPerCent(Math.fround(Math.min(usage, highestOfThreads, highestOfMachine(interval))));
  // As printed: single precision makes 100.00001 of a thread that never rests, and nobody sees that cut.
  return { cpu, isCapped: cpu !== printPerCent(usage) };
}

/** CPU time used over time passed, in per cent, unrounded and without caps: what `top` stands for. */
export function intervalShare({ used, seconds, cpus, mode }: TopInterval): number {
  return (100 * used) / (ticksPerSecond * seconds * divisorOf(cpus, mode));
}

/** As `top.c` has it, step by step in single precision (`Frame_etscale`), so that the last digit is its own. */
function scale({ used, seconds, cpus, mode }: TopInterval): number {
  const { fround } = Math;
  // A frame right after another would divide by nothing.
  const elapsed = fround(seconds) < 0.01 ? fround(0.005) : fround(seconds);
  const perTick = fround(100 / fround(fround(ticksPerSecond * elapsed) * divisorOf(cpus, mode)));
  return fround(fround(used) * perTick);
}

function divisorOf(cpus: number, mode: TopMode): number {
  return mode === 'irix' ? 1 : cpus;
}

/** `Cpu_pmax`, for the ways in which a task stands for all of its threads: mode `H` would have 99.9 everywhere. */
function highestOfMachine({ cpus, mode }: TopInterval): number {
  if (mode === 'solaris' || cpus === 1) return 99.9;
  return cpus > 10 ? 100 * cpus : Math.min(100 * cpus, 999.9);
}

/** Width of the column. */
const width = 5;

/** As `printf` does it with `%#.1f`, or with `%.0f` where that is too wide. */
function printPerCent(value: number): string {
  const tenths = roundToEven(value * 10) / 10;
  const text = tenths.toFixed(1);
  return text.length > width ? `${roundToEven(value)}` : text;
}

/** To the nearest whole number; from the very middle to the even one, where `Math.round` and `toFixed` go up. */
function roundToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest === 0.5) return down % 2 === 0 ? down : down + 1;
  return rest < 0.5 ? down : down + 1;
}
