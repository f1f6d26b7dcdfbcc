import type { State } from './state.ts';
import { cpuTimeAt, limitLevels, timelineLength, ticksPerSecond } from './timeline.ts';
import { intervalShare } from './top.ts';

/** A point of a line: ticks since the process started, and percent. */
export type Point = readonly [tick: number, percent: number];

interface Lines {
  /** The load, with two points wherever it changes. */
  load: readonly Point[];
  /** The ratio behind `ps`: the mean load since the process started. */
  mean: readonly Point[];
  /** The ratio behind `top`: the mean load of the last interval, for a frame that ends at each tick. */
  latest: readonly Point[];
}

/** Computes the lines of the chart, unrounded, as points to connect by straight lines. Points are closer together along curves. */
export function computeLines({ pieces: drawn, threads, cpus, interval, mode }: State): Lines {
  const pieces = limitLevels(drawn, threads, cpus);
  const ends = pieces.map(({ start, length }) => start + length);
  const latestAt = (tick: number): number =>
    intervalShare({
      used: cpuTimeAt(pieces, tick) - cpuTimeAt(pieces, tick - interval),
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
    mean: toSortedTicks([...meanGrid, ...ends]).map((tick): Point => {
      return [tick, tick === 0 ? (pieces[0]?.level ?? 0) : (100 * cpuTimeAt(pieces, tick)) / tick];
    }),
    latest: toSortedTicks([0, interval, ...ends, ...ends.map((end) => end + interval)]).map((tick): Point => {
      return [tick, latestAt(tick)];
    }),
  };
}

/**
 * Ticks at which the mean is sampled between changes of load. It is curved there, most of all while the process is young, so
 * samples are 15 % of the age apart at first and half a second apart later.
 */
const meanGrid = [
  ...Array.from({ length: 42 }, (_, at) => Math.round(1.15 ** at)),
  ...Array.from({ length: timelineLength / 50 + 1 }, (_, at) => at * 50),
];

function toSortedTicks(ticks: readonly number[]): number[] {
  return [...new Set(ticks)].filter((tick) => tick <= timelineLength).sort((one, other) => one - other);
}
