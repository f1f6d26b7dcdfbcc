import type { Scale } from '../stage/scale.ts';

/** Area of the staircase within the picture: x in percent of the picture’s width, y in pixels. */
export const chartArea = { left: 12, right: 98, top: 16, bottom: 246, height: 350 } as const;

/** Scales of the staircase. */
export interface Scales {
  /** Kroner a year to percent of the width. */
  x: Scale;
  /** Kroner a month to pixels. */
  y: Scale;
}
