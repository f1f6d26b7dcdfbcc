/** The line of one process in a frame of `top -b`. */
export interface TopRow {
  pid: number;
  /** Column `%CPU`. */
  cpu: string;
  /** Column `TIME+`, in ticks. */
  used: number;
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
