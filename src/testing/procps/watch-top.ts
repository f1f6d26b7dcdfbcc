import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProcesses, readState, type ProcessReading } from './kernel.ts';
import { hasExited, stopProcess, waitUntil } from './load.ts';
import { plainEnvironment } from './procps.ts';

/** The line of one process in a frame of `top -b`. */
interface TopRow {
  pid: number;
  /** Column `%CPU`. */
  cpu: string;
  /** Column `TIME+`, in ticks. */
  used: number;
}

/** A frame of `top`, with readings of `/proc` from before `top` read it and after `top` printed. */
export interface WatchedFrame {
  rows: readonly TopRow[];
  before: ReadonlyMap<number, ProcessReading>;
  after: ReadonlyMap<number, ProcessReading>;
}

/**
 * Runs `top -b` so that each frame is enclosed by two readings of `/proc` that are close together: stops `top` (`SIGSTOP`) while it
 * waits for its next frame, reads `/proc`, and continues it. Only the first frame is drawn without a stop before it.
 *
 * @returns For each run between two stops, the frames it drew: one, or two if `top` redraws after `SIGCONT` (some releases treat
 *   that as a new terminal size) or to widen a column.
 */
export async function watchTop(pids: readonly number[], times: number): Promise<WatchedFrame[][]> {
  for (const delayMs of [600, 1200, 2400, 4800]) {
    const frames = await watchOnce(pids, times, delayMs);
    if (frames !== undefined) return frames;
  }
  throw new Error('Cannot stop `top` before its next frame, not even with its longest delay');
}

/** Returns the frames, or `undefined` if `top` may have read `/proc` again before it was stopped, as happens on a busy machine. */
async function watchOnce(
  pids: readonly number[],
  times: number,
  delayMs: number,
): Promise<WatchedFrame[][] | undefined> {
  let readAt = performance.now();
  let before = readProcesses(pids);
  const top = startTop(pids, delayMs);
  try {
    const frames: WatchedFrame[][] = [];
    for (;;) {
      await top.waitForFrame();
      const isStopped = await top.stop();
      // If less than the delay has passed since the reading, `top` was still waiting: it started to wait after the reading.
      if (!isStopped || performance.now() - readAt >= delayMs) return undefined;
      await sleep(delayMs);
      frames.push(top.takeFrames().map((frame) => ({ ...frame, before })));
      if (frames.length === times) return frames;
      readAt = performance.now();
      before = readProcesses(pids);
      top.resume();
    }
  } finally {
    top.end();
  }
}

function startTop(pids: readonly number[], delayMs: number) {
  const args = ['-b', '-d', `${delayMs / 1000}`, '-p', pids.join(',')];
  const child = spawn('top', args, { stdio: ['ignore', 'pipe', 'pipe'], env: plainEnvironment });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);

  const arrived: Omit<WatchedFrame, 'before'>[] = [];
  let [output, taken, isClosed] = ['', 0, false];
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    output += data;
    const frames = parseFrames(output, pids);
    for (const rows of frames.slice(arrived.length)) arrived.push({ rows, after: readProcesses(pids) });
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => (output += data));
  child.once('close', () => (isClosed = true));

  return {
    /** Waits for the next frame. */
    waitForFrame: async (): Promise<void> => {
      await waitUntil(() => arrived.length > taken || isClosed);
      if (arrived.length === taken)
        throw new Error(`\`top ${args.join(' ')}\` exited with this output:\n${output}`);
    },
    takeFrames: (): Omit<WatchedFrame, 'before'>[] => arrived.slice(taken, (taken = arrived.length)),
    /** Stops `top` while it waits for its next frame. Returns `false` if it has exited. */
    stop: async (): Promise<boolean> => {
      const { pid } = child;
      if (pid === undefined) return false;
      await waitUntil(() => readState(pid) === 'S' || hasExited(pid));
      return stopProcess(pid);
    },
    resume: (): boolean => child.kill('SIGCONT'),
    end: (): void => {
      process.off('exit', kill);
      kill();
    },
  };
}

/**
 * Parses the output of `top -b` so far into frames, each with the rows of these processes. Drops frames in which a row is missing,
 * as in a frame that is not complete yet. `top` prints the line feed before each row, so the last row of a frame ends without one.
 */
export function parseFrames(output: string, pids: readonly number[]): TopRow[][] {
  return output
    .split(/^top - /m)
    .slice(1)
    .map((frame) => parseFrame(frame, pids))
    .filter((rows) => rows.length === pids.length);
}

function parseFrame(frame: string, pids: readonly number[]): TopRow[] {
  const lines = frame.split('\n').map((line) => line.trim().split(/\s+/));
  const header = lines.find((fields) => fields.includes('PID') && fields.includes('%CPU')) ?? [];
  const columns = ['PID', '%CPU', 'TIME+'].map((name) => header.indexOf(name));
  return lines.flatMap((fields): TopRow[] => {
    const [pid, cpu, time] = columns.map((column) => fields[column]);
    const used = timeToTicks(time ?? '');
    if (cpu === undefined || used === undefined || !pids.includes(Number(pid))) return [];
    return [{ pid: Number(pid), cpu, used }];
  });
}

/** Parses column `TIME+` (minutes, seconds, hundredths: `12:03.45`). Returns `undefined` if it is incomplete. */
function timeToTicks(text: string): number | undefined {
  const [, minutes, seconds, hundredths] = /^(\d+):(\d\d)\.(\d\d)$/.exec(text) ?? [];
  if (minutes === undefined) return undefined;
  return 6000 * Number(minutes) + 100 * Number(seconds) + Number(hundredths);
}
