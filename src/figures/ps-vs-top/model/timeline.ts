/** A stretch of a process’s life in which its load stays the same. */
export interface Piece {
  /** In ticks since the process began. */
  start: number;
  /** In ticks. */
  length: number;
  /** How many threads are busy, in per cent: 250 is two that never rest and one that works half of the time. */
  level: number;
}

/** How much of a process’s life a figure shows, in ticks. */
export const span = 6000;

/** The highest load that can be drawn: four threads that never rest. */
export const highestLevel = 400;

/** Pieces of these lengths and levels, one after the other: whole numbers, none empty, no two neighbours alike, `span` long. */
export function layPieces(stretches: readonly Omit<Piece, 'start'>[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { length, level } of [...stretches, { length: span, level: 0 }]) {
    const start = end;
    end = toTick(start + length);
    const last = pieces.at(-1);
    const drawn = toLevel(level);
    if (end <= start) end = start;
    else if (last?.level === drawn) last.length += end - start;
    else pieces.push({ start, length: end - start, level: drawn });
  }
  return pieces;
}

/** The pieces with one load drawn over a stretch, whichever end of it comes first; what lies outside stays as it is. */
export function drawLevel(pieces: readonly Piece[], from: number, to: number, level: number): Piece[] {
  const [start, end] = [toTick(Math.min(from, to)), toTick(Math.max(from, to))];
  return layPieces([
    ...cut(pieces, 0, start),
    { length: end - start, level: toLevel(level) },
    ...cut(pieces, end, span),
  ]);
}

/** The load that begins or goes on at a tick. */
export function levelAt(pieces: readonly Piece[], tick: number): number {
  return pieces.findLast(({ start }) => start <= tick)?.level ?? 0;
}

/** CPU time used by a tick, in ticks and parts of them; nothing before the process began. */
export function workBy(pieces: readonly Piece[], tick: number): number {
  // Summed up in whole numbers, so that a thread that never rests has used exactly its age.
  return cut(pieces, 0, tick).reduce((sum, { length, level }) => sum + length * level, 0) / 100;
}

/** The pieces as so many busy threads on so many CPUs can live them: no more than one CPU a thread. */
export function limitLevels(pieces: readonly Piece[], threads: number, cpus: number): Piece[] {
  const limit = 100 * Math.min(threads, cpus);
  return layPieces(pieces.map(({ length, level }) => ({ length, level: Math.min(level, limit) })));
}

function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces
    .map(({ start, length, level }): Piece => {
      const begin = Math.max(start, from);
      return { start: begin, length: Math.min(start + length, to) - begin, level };
    })
    .filter(({ length }) => length > 0);
}

function toTick(value: number): number {
  return clampWhole(value, span);
}

function toLevel(value: number): number {
  return clampWhole(value, highestLevel);
}

function clampWhole(value: number, highest: number): number {
  return Number.isNaN(value) ? 0 : Math.min(Math.max(Math.round(value), 0), highest);
}
