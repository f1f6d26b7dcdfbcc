import { presetNames, presets, type PresetName } from './preset.ts';
import type { ReleaseId } from './release.ts';
import { choices, ranges } from './setting.ts';
import { drawLevel, type Piece } from './timeline.ts';
import type { TopMode } from './top.ts';

/** All that a reader has set. Times are in ticks since the process began. */
export interface State {
  /** As drawn; threads and CPUs may allow for less (`limitLevels`). */
  pieces: readonly Piece[];
  /** How many threads the process has. */
  threads: number;
  /** The moment at which the tools are asked. */
  moment: number;
  /** Time from one frame of `top` to the next. */
  interval: number;
  mode: TopMode;
  cpus: number;
  release: ReleaseId;
}

/** A preset as it is first seen, with all other settings at their beginning. */
export function startFrom(preset: PresetName = choices.preset.initial): State {
  return {
    ...presets[preset],
    interval: ranges.interval.initial,
    mode: choices.mode.initial,
    cpus: ranges.cpus.initial,
    release: choices.release.initial,
  };
}

/** The state with a load drawn over a stretch, never more than its threads can have. */
export function draw(state: State, from: number, to: number, level: number): State {
  return { ...state, pieces: drawLevel(state.pieces, from, to, Math.min(level, 100 * state.threads)) };
}

/** The preset of which a state has the life, if it has one’s: threads beyond those that it needs change nothing of it. */
export function findPreset({ pieces, threads }: Pick<State, 'pieces' | 'threads'>): PresetName | undefined {
  return presetNames.find(
    (name) => presets[name].threads <= threads && isAlike(presets[name].pieces, pieces),
  );
}

function isAlike(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ length, level }, at) => length === other[at]?.length && level === other[at].level)
  );
}
