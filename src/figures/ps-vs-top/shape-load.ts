import { highestOf } from './chart-area.ts';
import {
  draw,
  limitLevels,
  ranges,
  span,
  ticksPerSecond,
  toRange,
  workBy,
  type State,
} from './model/index.ts';

/** A point of the chart: shares of its width and of its height, up from its lower left corner. */
export interface Spot {
  across: number;
  up: number;
}

/** A part of the life that is raised and lowered as one. */
export interface Stretch {
  /** In ticks since the process began. */
  start: number;
  end: number;
  /** The mean load in it, in per cent of one CPU. */
  level: number;
}

/** The state with the load drawn from one point to another: over whole seconds, as high as the second of them. */
export function paintLoad(state: State, from: Spot, to: Spot): State {
  const [first, last] = [from, to].map(({ across }) => secondAt(across)).sort((a, b) => a - b);
  const highest = highestOf(state);
  const step = highest / levelSteps;
  const level = Math.round((clamp(to.up) * highest) / step) * step;
  return draw(state, (first ?? 0) * ticksPerSecond, ((last ?? 0) + 1) * ticksPerSecond, level);
}

/** The state at the moment under a point. */
export function lookAt(state: State, { across }: Spot): State {
  const { step } = ranges.moment;
  const moment = toRange('moment', Math.round((across * span) / step) * step);
  return moment === undefined ? state : { ...state, moment };
}

/** The life in twelve stretches, as its threads and CPUs can live it. */
export function listStretches({ pieces, threads, cpus }: State): Stretch[] {
  const lived = limitLevels(pieces, threads, cpus);
  return Array.from({ length: span / stretchLength }, (_, nth): Stretch => {
    const start = nth * stretchLength;
    const end = start + stretchLength;
    const work = workBy(lived, end) - workBy(lived, start);
    return { start, end, level: Math.round((100 * work) / stretchLength) };
  });
}

/** The state with a stretch as a key changes it; `undefined` where the key has no such meaning. */
export function turnByKey(state: State, { start, end, level }: Stretch, key: string): State | undefined {
  const highest = highestOf(state);
  const levels: Readonly<Record<string, number>> = {
    ArrowUp: level + 10,
    ArrowDown: level - 10,
    PageUp: level + 50,
    PageDown: level - 50,
    Home: 0,
    End: highest,
  };
  const wished = levels[key];
  return wished === undefined ? undefined : draw(state, start, end, Math.min(Math.max(wished, 0), highest));
}

const stretchLength = 500;

/** So many heights a pointer can draw: enough to be shaped, few enough for round numbers. */
const levelSteps = 20;

function secondAt(across: number): number {
  const last = span / ticksPerSecond - 1;
  return Math.min(Math.floor(clamp(across) * (last + 1)), last);
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
