import { readFileSync } from 'node:fs';

/** What `/proc` says of a process at one moment; times in clock ticks. */
export interface ProcessReading {
  /** `utime` + `stime`. */
  used: number;
  /** `starttime`, since boot. */
  start: number;
  threads: number;
  /** `R`, `S`, `T` … */
  state: string;
  /** Time since boot, from `/proc/uptime`. */
  uptime: number;
}

/** What `/proc` says now of each process, by its id. */
export function readProcesses(pids: readonly number[]): Map<number, ProcessReading> {
  const uptime = parseUptime(readFileSync('/proc/uptime', 'utf8'));
  return new Map(pids.map((pid) => [pid, { ...readStat(pid), uptime }]));
}

/** The state of a process now: `R`, `S`, `T` …, and `X` when it is gone. */
export function readState(pid: number): string {
  try {
    return readStat(pid).state;
  } catch {
    return 'X';
  }
}

/** What a line of `/proc/PID/stat` says; the name in it may hold blanks and parentheses, and ends with the last of these. */
export function parseStat(text: string): Omit<ProcessReading, 'uptime'> {
  // The field behind the name is the third.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, utime, stime, threads, start] = [3, 14, 15, 20, 22].map((field) => fields[field - 3]);
  return {
    used: Number(utime) + Number(stime),
    start: Number(start),
    threads: Number(threads),
    state: state ?? '',
  };
}

/** Time since boot in ticks, from the seconds with two decimals of `/proc/uptime`. */
export function parseUptime(text: string): number {
  return Number(text.slice(0, text.indexOf(' ')).replace('.', ''));
}

function readStat(pid: number): Omit<ProcessReading, 'uptime'> {
  return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
