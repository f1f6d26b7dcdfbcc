import { levelAt, limitLevels, ticksPerSecond, type Frame, type Reading, type State } from './model/index.ts';

/** What a tool prints of the process, and under which command; the figure that all this is about stands by itself. */
export interface Printed {
  command: string;
  header: string;
  row: readonly [before: string, figure: string, after: string];
}

/** What `ps` prints: the mean of the whole life. */
export function printPs({ counters, seconds, ps }: Reading): Printed {
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

/** What `ps -f` prints, with column `C`. */
export function printFull({ counters, ps }: Reading): Printed {
  return {
    command: `ps -f -p ${pid}`,
    header: 'UID        PID  PPID  C STIME TTY          TIME CMD',
    row: [`me        ${pid}     1 `, ps.c.padStart(2), ` 10:00 pts/0    00:${toClock(counters.used)} work`],
  };
}

/** What a `top` prints that has been running for long. */
export function printTop(state: State, reading: Reading): Printed {
  const every = state.interval / ticksPerSecond;
  return printFrame(`top -b -d ${every} -p ${pid}`, state, reading, reading.top);
}

/** What a `top` prints first. */
export function printFirstFrame(state: State, reading: Reading): Printed {
  return printFrame(`top -b -n 1 -p ${pid}`, state, reading, reading.firstFrame);
}

const pid = 4242;

/** In the widths of `top`, with those of its columns that say something here, and a sign where others are left out. */
function printFrame(command: string, state: State, { moment, counters }: Reading, { cpu }: Frame): Printed {
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

/** Ticks as minutes and seconds. */
function toClock(ticks: number, minuteDigits = 2): string {
  const seconds = Math.floor(ticks / ticksPerSecond);
  return `${String(Math.floor(seconds / 60)).padStart(minuteDigits, '0')}:${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
