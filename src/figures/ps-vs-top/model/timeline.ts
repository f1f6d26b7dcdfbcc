/** Clock ticks per second (`getconf CLK_TCK`), the unit of CPU times in `/proc`: one tick is 10 ms. */
export const ticksPerSecond = 100;

/** A part of the timeline in which the load is constant: the load is a piecewise constant function of time. */
export interface LoadPiece {
  /** Beginning of the piece, in ticks since the process started. */
  start: number;
  /** Duration in ticks. */
  length: number;
  /** CPU load in percent of one CPU: 250 means two threads that never rest, and one that works half of the time. */
  level: number;
}

/** Length of the timeline in ticks: the figure shows one minute. */
export const timelineLength = 6000;

/** The highest load that can be drawn: four threads that never rest. */
export const maxLevel = 400;

/**
 * Lays stretches of load end to end: rounds and clamps their values, drops empty ones, merges neighbors of equal load, and fills
 * the rest of the timeline with load 0.
 */
export function createPieces(stretches: readonly Omit<LoadPiece, 'start'>[]): LoadPiece[] {
  const pieces: LoadPiece[] = [];
  let end = 0;
  for (const { length, level } of [...stretches, { length: timelineLength, level: 0 }]) {
    const start = end;
    end = toTick(start + length);
    const last = pieces.at(-1);
    const rounded = toLevel(level);
    if (end <= start) end = start;
    else if (last?.level === rounded) last.length += end - start;
    else pieces.push({ start, length: end - start, level: rounded });
  }
  return pieces;
}

/** Sets the load between two ticks, given in either order. The rest of the timeline stays as it is. */
export function setLevel(pieces: readonly LoadPiece[], from: number, to: number, level: number): LoadPiece[] {
  const [start, end] = [toTick(Math.min(from, to)), toTick(Math.max(from, to))];
  return createPieces([
    ...slice(pieces, 0, start),
    { length: end - start, level: toLevel(level) },
    ...slice(pieces, end, timelineLength),
  ]);
}

/** Returns the load at a tick; where two pieces meet, the load of the later one. */
export function levelAt(pieces: readonly LoadPiece[], tick: number): number {
  return pieces.findLast(({ start }) => start <= tick)?.level ?? 0;
}

/** Returns the CPU time used up to a tick, in ticks and fractions of them; 0 before the process started. */
export function cpuTimeAt(pieces: readonly LoadPiece[], tick: number): number {
  // Sum integers and divide once, so that a thread that never rests has used exactly its age.
  return slice(pieces, 0, tick).reduce((sum, { length, level }) => sum + length * level, 0) / 100;
}

/** Returns the highest load that a process can have, in percent of one CPU: each thread uses at most one CPU. */
export function levelLimit({ threads, cpus }: { threads: number; cpus: number }): number {
  return 100 * Math.min(threads, cpus);
}

/** Limits the load to what so many threads on so many CPUs can have. */
export function limitLevels(pieces: readonly LoadPiece[], threads: number, cpus: number): LoadPiece[] {
  const limit = levelLimit({ threads, cpus });
  return createPieces(pieces.map(({ length, level }) => ({ length, level: Math.min(level, limit) })));
}

function slice(pieces: readonly LoadPiece[], from: number, to: number): LoadPiece[] {
  return pieces
    .map(({ start, length, level }): LoadPiece => {
      const begin = Math.max(start, from);
      return { start: begin, length: Math.min(start + length, to) - begin, level };
    })
    .filter(({ length }) => length > 0);
}

function toTick(value: number): number {
  return clampWhole(value, timelineLength);
}

function toLevel(value: number): number {
  return clampWhole(value, maxLevel);
}

function clampWhole(value: number, max: number): number {
  return Number.isNaN(value) ? 0 : Math.min(Math.max(Math.round(value), 0), max);
}
