import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseFrames, type TopRow } from './frames.ts';
import { readProcesses, readState, type ProcessReading } from './kernel.ts';
import { isOver, stopProcess, waitUntil } from './load.ts';
import { plainEnvironment } from './procps.ts';

/** A frame of `top`, and what the kernel said before `top` looked and when it had printed. */
export interface WatchedFrame {
  rows: readonly TopRow[];
  before: ReadonlyMap<number, ProcessReading>;
  after: ReadonlyMap<number, ProcessReading>;
}

/**
 * Frames of `top -b` in which it looks between two readings that are close to each other: `top` is stopped while it waits for
 * its next frame, and goes on when the first of the readings has been taken. Only before the first frame is it left alone.
 *
 * @returns for each time that it went on, what it drew until it waited again: a frame, and another right after where it was
 *   told to go on (some take that for a new size of the terminal) or had to make a column wider
 */
export async function watchTop(pids: readonly number[], times: number): Promise<WatchedFrame[][]> {
  for (const delayMs of [600, 1200, 2400, 4800]) {
    const frames = await watchOnce(pids, times, delayMs);
    if (frames !== undefined) return frames;
  }
  throw new Error(
    '`top` could not be stopped before its next frame, however long it was told to wait for that',
  );
}

/** The frames, unless `top` may have looked again before it stood: on a machine that is busy with other things. */
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
      await top.frame();
      const stood = await top.stop();
      // It cannot have waited to the end: it began to wait after the reading.
      if (!stood || performance.now() - readAt >= delayMs) return undefined;
      await sleep(delayMs);
      frames.push(top.takeFrames().map((frame) => ({ ...frame, before })));
      if (frames.length === times) return frames;
      readAt = performance.now();
      before = readProcesses(pids);
      top.goOn();
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
    /** Waits for a frame. */
    frame: async (): Promise<void> => {
      await waitUntil(() => arrived.length > taken || isClosed);
      if (arrived.length === taken) throw new Error(`\`top ${args.join(' ')}\` ended with this:\n${output}`);
    },
    takeFrames: (): Omit<WatchedFrame, 'before'>[] => arrived.slice(taken, (taken = arrived.length)),
    /** Stops it where it waits for its next frame; `false` if it has ended. */
    stop: async (): Promise<boolean> => {
      const { pid } = child;
      if (pid === undefined) return false;
      await waitUntil(() => readState(pid) === 'S' || isOver(pid));
      return stopProcess(pid);
    },
    goOn: (): boolean => child.kill('SIGCONT'),
    end: (): void => {
      process.off('exit', kill);
      kill();
    },
  };
}
