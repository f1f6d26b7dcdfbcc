import { workBy, type Piece } from './timeline.ts';

/** What the kernel says of a process at one moment, in ticks. */
export interface Counters {
  /** `utime` + `stime`, fields 14 and 15 of `/proc/PID/stat`: CPU time of all threads, living and dead. */
  used: number;
  /** `starttime`, field 22: when the process began, since boot. */
  start: number;
  /** The first number of `/proc/uptime`, in ticks instead of seconds. */
  uptime: number;
}

/** When the process of a figure began, since boot: not on a full second, as it matters to releases that count in these. */
export const startOfFigure = 360_040;

/** What the kernel would say of a process at an age in ticks: whole ones, since it keeps no parts of them for readers. */
export function countersAt(pieces: readonly Piece[], age: number): Counters {
  return {
    used: Math.floor(workBy(pieces, age)),
    start: startOfFigure,
    uptime: startOfFigure + age,
  };
}
