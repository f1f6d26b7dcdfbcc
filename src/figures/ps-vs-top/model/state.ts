import { releaseIds, type ReleaseId } from './release.ts';
import { createPieces, setLevel, timelineLength, type LoadPiece } from './timeline.ts';
import { topModes, type TopMode } from './top.ts';

/** All settings of the figure that a reader can change. Times are in ticks since the process started. */
export interface State {
  /** The load as drawn. Fewer threads or CPUs can limit it further (`limitLevels`). */
  pieces: readonly LoadPiece[];
  /** Number of threads. */
  threads: number;
  /** The moment at which `ps` and `top` are run. */
  moment: number;
  /** Time between two frames of `top`. */
  interval: number;
  mode: TopMode;
  cpus: number;
  release: ReleaseId;
}

interface Preset {
  pieces: readonly LoadPiece[];
  threads: number;
  /** The moment to show first, in ticks since the process started. */
  moment: number;
}

/**
 * The loads a reader can choose from. Their lengths give the round numbers of the article: after a burst of 6 s, `ps` prints 50
 * at twice that age and 10 at ten times; after 30 s of sleep it takes 30 s of work to reach 50.
 */
export const presets = {
  steady: { pieces: createPieces([{ length: 6000, level: 60 }]), threads: 1, moment: 3000 },
  'woke-up-late': {
    pieces: createPieces([
      { length: 3000, level: 0 },
      { length: 3000, level: 100 },
    ]),
    threads: 1,
    moment: 4000,
  },
  'burst-then-idle': { pieces: createPieces([{ length: 600, level: 100 }]), threads: 1, moment: 1200 },
  'four-threads': { pieces: createPieces([{ length: 6000, level: 400 }]), threads: 4, moment: 3000 },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

/** Names of the presets, in the order of the radio buttons. */
export const presetNames = Object.keys(presets) as PresetName[];

/** Range of a numeric setting. */
interface Range {
  min: number;
  max: number;
  step: number;
  /** Default value; `undefined` if presets define it. */
  initial?: number;
}

/** The numeric settings; times are in ticks. */
export const ranges = {
  moment: { min: 0, max: timelineLength, step: 10 },
  /** As set by `top -d`. The default of Debian’s `top` is three seconds. */
  interval: { min: 50, max: 1000, step: 50, initial: 300 },
  threads: { min: 1, max: 4, step: 1 },
  cpus: { min: 1, max: 16, step: 1, initial: 4 },
} as const satisfies Record<string, Range>;

export type RangeName = keyof typeof ranges;

/** The settings with a list of options. The default release is the one whose rules Debian 12 (procps-ng 4.0.2) follows. */
export const choices = {
  preset: { options: presetNames, initial: 'woke-up-late' },
  mode: { options: topModes, initial: 'irix' },
  release: { options: releaseIds, initial: '4.0.1' },
} as const;

/** Rounds a number and clamps it to the range of a setting. Returns `undefined` for `NaN`. */
export function toRange(name: RangeName, value: number): number | undefined {
  const { min, max } = ranges[name];
  return Number.isNaN(value) ? undefined : Math.min(Math.max(Math.round(value), min), max);
}

/** Creates the state of a preset, with defaults for all other settings. */
export function createState(preset: PresetName = choices.preset.initial): State {
  return {
    ...presets[preset],
    interval: ranges.interval.initial,
    mode: choices.mode.initial,
    cpus: ranges.cpus.initial,
    release: choices.release.initial,
  };
}

/** Draws a load between two ticks, limited to what the threads can use. */
export function drawLoad(state: State, from: number, to: number, level: number): State {
  return { ...state, pieces: setLevel(state.pieces, from, to, Math.min(level, 100 * state.threads)) };
}

/** Returns the preset with the load of a state, if any. More threads than the preset needs make no difference, since they are idle. */
export function findPreset({ pieces, threads }: Pick<State, 'pieces' | 'threads'>): PresetName | undefined {
  return presetNames.find(
    (name) => presets[name].threads <= threads && areEqual(presets[name].pieces, pieces),
  );
}

function areEqual(one: readonly LoadPiece[], other: readonly LoadPiece[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ length, level }, at) => length === other[at]?.length && level === other[at].level)
  );
}
