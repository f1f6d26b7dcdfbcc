import {
  cpuTimeAt,
  drawLoad,
  levelLimit,
  limitLevels,
  ranges,
  timelineLength,
  ticksPerSecond,
  toRange,
  type State,
} from './model/index.ts';

/** A point of the chart area: fractions of its width, from the left, and of its height, from the bottom. */
export interface ChartPoint {
  across: number;
  up: number;
}

/** A part of the timeline whose load can be changed by keyboard. */
export interface LoadInterval {
  /** Beginning of the interval, in ticks since the process started. */
  start: number;
  end: number;
  /** Mean load of the interval, in percent of one CPU. */
  level: number;
}

/** Draws the load along a pointer’s move: over whole seconds, at the height of the second point. */
export function paintLoad(state: State, from: ChartPoint, to: ChartPoint): State {
  const [first, last] = [from, to].map(({ across }) => secondAt(across)).sort((a, b) => a - b);
  const limit = levelLimit(state);
  const step = limit / levelSteps;
  const level = Math.round((clamp(to.up) * limit) / step) * step;
  return drawLoad(state, (first ?? 0) * ticksPerSecond, ((last ?? 0) + 1) * ticksPerSecond, level);
}

/** Moves the cursor to the moment of a point. */
export function moveCursor(state: State, { across }: ChartPoint): State {
  const { step } = ranges.moment;
  const moment = toRange('moment', Math.round((across * timelineLength) / step) * step);
  return moment === undefined ? state : { ...state, moment };
}

/** Divides the timeline into twelve intervals, with the load that the threads and CPUs allow. */
export function listIntervals({ pieces, threads, cpus }: State): LoadInterval[] {
  const limited = limitLevels(pieces, threads, cpus);
  return Array.from({ length: timelineLength / intervalLength }, (_, nth): LoadInterval => {
    const start = nth * intervalLength;
    const end = start + intervalLength;
    const used = cpuTimeAt(limited, end) - cpuTimeAt(limited, start);
    return { start, end, level: Math.round((100 * used) / intervalLength) };
  });
}

/** Changes the load of an interval as a key asks, or returns `undefined` for other keys. */
export function adjustByKey(
  state: State,
  { start, end, level }: LoadInterval,
  key: string,
): State | undefined {
  const limit = levelLimit(state);
  const levels: Readonly<Record<string, number>> = {
    ArrowUp: level + 10,
    ArrowDown: level - 10,
    PageUp: level + 50,
    PageDown: level - 50,
    Home: 0,
    End: limit,
  };
  const next = levels[key];
  return next === undefined ? undefined : drawLoad(state, start, end, Math.min(Math.max(next, 0), limit));
}

/** In ticks. */
const intervalLength = 500;

/** Number of heights that a pointer can draw: a step is 5 % for one thread, so that drawn loads are round numbers. */
const levelSteps = 20;

function secondAt(across: number): number {
  const last = timelineLength / ticksPerSecond - 1;
  return Math.min(Math.floor(clamp(across) * (last + 1)), last);
}

function clamp(fraction: number): number {
  return Math.min(Math.max(fraction, 0), 1);
}
