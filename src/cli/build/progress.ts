import type { Progress } from '../../build/index.ts';

/** The terminal or file that a progress is written to. */
type Stream = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<NodeJS.WriteStream, 'isTTY'>>;

/** Least time between two changes of a line on a terminal, in milliseconds. */
const interval = 100;

/**
 * Creates a progress. On a terminal, one line shows what is done, how much, and about how long the rest takes; elsewhere, each
 * step is a plain line.
 */
export function createProgress(stream: Stream, now: () => number = Date.now): Progress {
  const isLive = stream.isTTY === true;
  let what = '';
  let started = 0;
  let shown = 0;
  const clear = '\r\u001b[K';
  return {
    start: (next) => {
      what = next;
      started = now();
      shown = 0;
      stream.write(isLive ? `${clear}${next} …` : `${next}\n`);
    },
    update: (done, total) => {
      if (!isLive || now() - shown < interval) return;
      shown = now();
      stream.write(`${clear}${what} … ${done} of ${total}${remaining(done, total, now() - started)}`);
    },
    end: () => {
      if (isLive) stream.write(clear);
    },
  };
}

/** Returns how long the rest takes at the speed so far, once that is known well enough. */
function remaining(done: number, total: number, elapsed: number): string {
  if (elapsed < 1000 || done === 0) return '';
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  return `, about ${seconds} s left`;
}
