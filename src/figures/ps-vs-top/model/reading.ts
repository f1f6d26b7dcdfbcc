import { countersAt, type Counters } from './counters.ts';
import { ageInPs, countSeconds, lifetimeShare, ps, type PsFigures } from './ps.ts';
import { releaseOf, type Release } from './release.ts';
import type { State } from './state.ts';
import { ticksPerSecond } from './tick.ts';
import { limitLevels, span } from './timeline.ts';
import { intervalShare, top, type TopFigure, type TopInterval } from './top.ts';

/** What both tools say at one moment, and from what. */
export interface Reading {
  /** In ticks since the process began. */
  moment: number;
  counters: Counters;
  /** The age in whole seconds, as the release counts these. */
  seconds: number;
  /** Printed, the same unrounded in per cent, and the age in ticks by which it divided. */
  ps: PsFigures & { share: number; age: number };
  /** A frame that ends at the moment, of a `top` that has been running for long. */
  top: Frame;
  /** The first frame of a `top` that has just been started (`top -b -n 1`). */
  firstFrame: Frame;
}

/** What `top` says of one process in one frame. */
export interface Frame extends TopFigure {
  /** Time since the frame before, or since the reading that a first frame begins with, in ticks. */
  interval: number;
  /** CPU time used in it, in ticks. */
  used: number;
  /** Unrounded and without caps, in per cent. */
  share: number;
}

/** What `ps` and `top` say at the moment of a state, or at another tick of the process’s life. */
export function readAt(state: State, moment: number = state.moment): Reading {
  const pieces = limitLevels(state.pieces, state.threads, state.cpus);
  const release = releaseOf(state.release);
  const counters = countersAt(pieces, moment);
  const frame = (interval: number): Frame => {
    const used = counters.used - countersAt(pieces, moment - interval).used;
    return readFrame({ ...state, used, seconds: interval / ticksPerSecond }, release, interval);
  };
  return {
    moment,
    counters,
    seconds: countSeconds(counters, release),
    ps: { ...ps(counters, release), share: lifetimeShare(counters), age: ageInPs(counters, release) },
    top: frame(state.interval),
    firstFrame: frame(release.pause),
  };
}

/** What the tools say every five seconds of a process’s life, to its end: the rows of a table. */
export function tabulate(state: State): Reading[] {
  return Array.from({ length: span / rowLength }, (_, at) => readAt(state, (at + 1) * rowLength));
}

/** In ticks. */
const rowLength = 500;

function readFrame(interval: TopInterval, release: Release, ticks: number): Frame {
  return {
    ...top(interval, release),
    interval: ticks,
    used: interval.used,
    share: intervalShare(interval),
  };
}
