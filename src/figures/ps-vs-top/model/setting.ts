import { presetNames } from './preset.ts';
import { releaseIds } from './release.ts';
import { span } from './timeline.ts';
import { topModes } from './top.ts';

/** A number that a reader sets. */
interface Range {
  min: number;
  max: number;
  step: number;
  /** Where it begins, if not as each preset says. */
  initial?: number;
}

/** The numbers that a reader sets, times in ticks. */
export const ranges = {
  moment: { min: 0, max: span, step: 10 },
  /** As of `top -d`; Debian’s `top` begins with three seconds. */
  interval: { min: 50, max: 1000, step: 50, initial: 300 },
  threads: { min: 1, max: 4, step: 1 },
  cpus: { min: 1, max: 16, step: 1, initial: 4 },
} as const satisfies Record<string, Range>;

export type RangeName = keyof typeof ranges;

/** What a reader chooses from a list, and what is chosen at first: the release that Debian 12 has stands for its like. */
export const choices = {
  preset: { options: presetNames, initial: 'woke-up-late' },
  mode: { options: topModes, initial: 'irix' },
  release: { options: releaseIds, initial: '4.0.1' },
} as const;

/** The number nearest to a wished one that a setting can have; `undefined` where it is no number. */
export function toRange(name: RangeName, value: number): number | undefined {
  const { min, max } = ranges[name];
  return Number.isNaN(value) ? undefined : Math.min(Math.max(Math.round(value), min), max);
}
