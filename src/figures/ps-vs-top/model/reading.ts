import { computePs, elapsedSeconds, lifetimeShare, psAge, type Counters, type PsValues } from './ps.ts';
import { getRelease, type Release } from './release.ts';
import type { State } from './state.ts';
import { cpuTimeAt, limitLevels, timelineLength, ticksPerSecond, type LoadPiece } from './timeline.ts';
import { computeTop, intervalShare, type TopInterval, type TopValue } from './top.ts';

/** The output of both tools at one moment, and the numbers it is computed from. */
export interface Reading {
  /** Time of the reading, in ticks since the process started. */
  moment: number;
  counters: Counters;
  /** The age in whole seconds, as the release counts them. */
  seconds: number;
  /** The printed values, the unrounded ratio in percent, and the age in ticks by which `ps` divides. */
  ps: PsValues & { share: number; age: number };
  /** Frame at this moment, if `top` has been running for longer than its interval. */
  top: Frame;
  /** First frame, if `top` has just been started (`top -b -n 1`). */
  firstFrame: Frame;
}

/** The line of the process in one frame of `top`. */
export interface Frame extends TopValue {
  /** Time since the previous frame, in ticks. For a first frame: since its first reading of the counters. */
  interval: number;
  /** CPU time used in the interval, in ticks. */
  used: number;
  /** The ratio in percent, unrounded and uncapped. */
  share: number;
}

/** Computes what `ps` and `top` print at the moment of a state, or at another tick. */
export function computeReading(state: State, moment: number = state.moment): Reading {
  const pieces = limitLevels(state.pieces, state.threads, state.cpus);
  const release = getRelease(state.release);
  const counters = countersAt(pieces, moment);
  const frame = (interval: number): Frame => {
    const used = counters.used - countersAt(pieces, moment - interval).used;
    return readFrame({ ...state, used, seconds: interval / ticksPerSecond }, release, interval);
  };
  return {
    moment,
    counters,
    seconds: elapsedSeconds(counters, release),
    ps: { ...computePs(counters, release), share: lifetimeShare(counters), age: psAge(counters, release) },
    top: frame(state.interval),
    firstFrame: frame(release.pause),
  };
}

/** Computes what the tools print every five seconds, for the data table. */
export function tabulate(state: State): Reading[] {
  return Array.from({ length: timelineLength / ticksPerRow }, (_, at) =>
    computeReading(state, (at + 1) * ticksPerRow),
  );
}

const ticksPerRow = 500;

/** Start of the process since boot, in ticks. Not a whole second, because that makes a difference to releases that count in seconds. */
const processStart = 360_040;

/** Computes what the kernel would report at an age in ticks. It reports whole ticks only, hence the rounding. */
function countersAt(pieces: readonly LoadPiece[], age: number): Counters {
  return {
    used: Math.floor(cpuTimeAt(pieces, age)),
    start: processStart,
    uptime: processStart + age,
  };
}

function readFrame(interval: TopInterval, release: Release, ticks: number): Frame {
  return {
    ...computeTop(interval, release),
    interval: ticks,
    used: interval.used,
    share: intervalShare(interval),
  };
}
