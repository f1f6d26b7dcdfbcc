import type { State } from './state.ts';
import { ticksPerSecond } from './tick.ts';
import { limitLevels, span, workBy } from './timeline.ts';
import { intervalShare } from './top.ts';

/** A point of a line: ticks since the process began, and per cent. */
export type Point = readonly [tick: number, percent: number];

/** What a figure draws over a process’s life. */
export interface Lines {
  /** The load; two points where it changes. */
  load: readonly Point[];
  /** What `ps` stands for: the mean of all that has been. */
  mean: readonly Point[];
  /** What `top` stands for: the mean of the latest interval, for a frame that ends at each tick. */
  latest: readonly Point[];
}

/** The lines of a state, unrounded, as points to join by straight strokes: close to each other where a line bends. */
export function drawLines({ pieces: drawn, threads, cpus, interval, mode }: State): Lines {
  const pieces = limitLevels(drawn, threads, cpus);
  const ends = pieces.map(({ start, length }) => start + length);
  const latestAt = (tick: number): number =>
    intervalShare({
      used: workBy(pieces, tick) - workBy(pieces, tick - interval),
      seconds: interval / ticksPerSecond,
      threads,
      cpus,
      mode,
    });
  return {
    load: pieces.flatMap(({ start, length, level }): Point[] => [
      [start, level],
      [start + length, level],
    ]),
    mean: order([...grid, ...ends]).map((tick): Point => {
      return [tick, tick === 0 ? (pieces[0]?.level ?? 0) : (100 * workBy(pieces, tick)) / tick];
    }),
    latest: order([0, interval, ...ends, ...ends.map((end) => end + interval)]).map((tick): Point => {
      return [tick, latestAt(tick)];
    }),
  };
}

/**
 * Ages at which the mean is worked out between changes of load: it bends there, and the more the younger the process is. From one
 * to the next is a seventh of the age, later half a second.
 */
const grid = [
  ...Array.from({ length: 42 }, (_, at) => Math.round(1.15 ** at)),
  ...Array.from({ length: span / 50 + 1 }, (_, at) => at * 50),
];

function order(ticks: readonly number[]): number[] {
  return [...new Set(ticks)].filter((tick) => tick <= span).sort((one, other) => one - other);
}
