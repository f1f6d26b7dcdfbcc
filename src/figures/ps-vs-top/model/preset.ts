import { layPieces, type Piece } from './timeline.ts';

/** A life of a process worth looking at, and where to look first. */
export interface Preset {
  pieces: readonly Piece[];
  threads: number;
  /** In ticks since the process began. */
  moment: number;
}

/**
 * The lives that a figure offers. All last a minute, and their lengths put the round numbers of the article in sight: after a
 * burst of 6 s `ps` is at 50 at twice that age and at 10 at ten times; 30 s of sleep take 30 s of work to come to 50.
 */
export const presets = {
  steady: { pieces: layPieces([{ length: 6000, level: 60 }]), threads: 1, moment: 3000 },
  'woke-up-late': {
    pieces: layPieces([
      { length: 3000, level: 0 },
      { length: 3000, level: 100 },
    ]),
    threads: 1,
    moment: 4000,
  },
  'burst-then-idle': { pieces: layPieces([{ length: 600, level: 100 }]), threads: 1, moment: 1200 },
  'four-threads': { pieces: layPieces([{ length: 6000, level: 400 }]), threads: 4, moment: 3000 },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

/** Names of the presets, in the order in which they are offered. */
export const presetNames = Object.keys(presets) as PresetName[];
