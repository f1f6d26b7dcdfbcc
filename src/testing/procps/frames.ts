/** What `top -b` prints of one process in one frame. */
export interface TopRow {
  pid: number;
  /** Column `%CPU`. */
  cpu: string;
  /** Column `TIME+`, in ticks. */
  used: number;
}

/**
 * The frames of what `top -b` has printed so far, each with the rows of these processes; of the last one only if none is
 * missing. A row begins with a line feed instead of ending with one, so the last of a frame has none behind it.
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

/** `TIME+` has minutes, seconds and hundredths of these: `12:03.45`. What is cut off in the middle is none. */
function timeToTicks(text: string): number | undefined {
  const [, minutes, seconds, hundredths] = /^(\d+):(\d\d)\.(\d\d)$/.exec(text) ?? [];
  if (minutes === undefined) return undefined;
  return 6000 * Number(minutes) + 100 * Number(seconds) + Number(hundredths);
}
