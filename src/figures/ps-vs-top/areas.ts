import type { Scale } from '../stage/scale.ts';

/** A horizontal band of the picture, in pixels from its top. */
export interface Area {
  top: number;
  bottom: number;
}

/** The rectangles. Above them are the printed values. */
export const blockArea: Area = { top: 108, bottom: 188 };

/** The load and the lines. */
export const chartArea: Area = { top: 212, bottom: 288 };

export const pictureHeight = 308;

/** Both ends of the time axis, which rectangles and lines share, in percent of the picture’s width. */
export const timeAxis = { left: 9, right: 100 } as const;

export interface Scales {
  /** Ticks to percent of the width. */
  x: Scale;
  /** Percent of a CPU to pixels. */
  y: Scale;
}
