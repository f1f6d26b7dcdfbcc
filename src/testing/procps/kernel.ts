import { readFileSync } from 'node:fs';

/** The numbers of a process in `/proc`, read at one moment. Times are in clock ticks. */
export interface ProcessReading {
  /** `utime` + `stime`. */
  used: number;
  /** `starttime`, since boot. */
  start: number;
  threads: number;
  /** State letter: `R`, `S`, `T` … */
  state: string;
  /** Time since boot, from `/proc/uptime`. */
  uptime: number;
}

/** Reads the current numbers of each process, by PID. */
export function readProcesses(pids: readonly number[]): Map<number, ProcessReading> {
  const uptime = parseUptime(readFileSync('/proc/uptime', 'utf8'));
  return new Map(pids.map((pid) => [pid, { ...readStat(pid), uptime }]));
}

/** Reads the state letter of a process; `X` if there is no such process. */
export function readState(pid: number): string {
  try {
    return readStat(pid).state;
  } catch {
    return 'X';
  }
}

/** Parses `/proc/PID/stat`. The process name in it may contain spaces and parentheses, and ends at the last parenthesis. */
export function parseStat(text: string): Omit<ProcessReading, 'uptime'> {
  // The first field after the name is field 3 of proc(5).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, utime, stime, threads, start] = [3, 14, 15, 20, 22].map((field) => fields[field - 3]);
  return {
    used: Number(utime) + Number(stime),
    start: Number(start),
    threads: Number(threads),
    state: state ?? '',
  };
}

/** Parses `/proc/uptime` (seconds with two decimals) into ticks since boot. */
export function parseUptime(text: string): number {
  return Number(text.slice(0, text.indexOf(' ')).replace('.', ''));
}

function readStat(pid: number): Omit<ProcessReading, 'uptime'> {
  return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
