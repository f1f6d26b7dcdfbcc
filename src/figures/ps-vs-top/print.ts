import { levelAt, limitLevels, ticksPerSecond, type Frame, type Reading, type State } from './model/index.ts';

/** A command and the two lines it prints. The percentage is separate so that it can be highlighted. */
export interface ToolOutput {
  command: string;
  header: string;
  row: readonly [before: string, percentage: string, after: string];
}

/** Prints `ps -o pid,%cpu,etime,time`: the mean load since the process started. */
export function printPs({ counters, seconds, ps }: Reading): ToolOutput {
  return {
    command: `ps -o pid,%cpu,etime,time -p ${pid}`,
    header: '  PID %CPU     ELAPSED     TIME',
    row: [
      ` ${pid} `,
      ps.cpu.padStart(4),
      ` ${toClock(seconds * ticksPerSecond).padStart(11)} 00:${toClock(counters.used)}`,
    ],
  };
}

/** Prints `ps -f`, with column `C`. */
export function printFull({ counters, ps }: Reading): ToolOutput {
  return {
    command: `ps -f -p ${pid}`,
    header: 'UID        PID  PPID  C STIME TTY          TIME CMD',
    row: [`me        ${pid}     1 `, ps.c.padStart(2), ` 10:00 pts/0    00:${toClock(counters.used)} work`],
  };
}

/** Prints a frame of a `top` that has been running for longer than its interval. */
export function printTop(state: State, reading: Reading): ToolOutput {
  const every = state.interval / ticksPerSecond;
  return printFrame(`top -b -d ${every} -p ${pid}`, state, reading, reading.top);
}

/** Prints the first frame of a `top` that has just been started. */
export function printFirstFrame(state: State, reading: Reading): ToolOutput {
  return printFrame(`top -b -n 1 -p ${pid}`, state, reading, reading.firstFrame);
}

const pid = 4242;

/** Prints the columns of `top` that matter here, in their real widths, with `⋯` in place of the others. */
function printFrame(
  command: string,
  state: State,
  { moment, counters }: Reading,
  { cpu }: Frame,
): ToolOutput {
  const pieces = limitLevels(state.pieces, state.threads, state.cpus);
  const time = `${toClock(counters.used, 1)}.${pad(counters.used % ticksPerSecond)}`;
  return {
    command,
    header: '  PID ⋯ S  %CPU ⋯     TIME+ COMMAND',
    row: [
      ` ${pid} ⋯ ${levelAt(pieces, moment) > 0 ? 'R' : 'S'} `,
      cpu.padStart(5),
      ` ⋯ ${time.padStart(9)} work`,
    ],
  };
}

/** Formats ticks as minutes and seconds: `01:05`. */
function toClock(ticks: number, minuteDigits = 2): string {
  const seconds = Math.floor(ticks / ticksPerSecond);
  return `${String(Math.floor(seconds / 60)).padStart(minuteDigits, '0')}:${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
