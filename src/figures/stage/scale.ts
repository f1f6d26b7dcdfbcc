import { ticks } from 'd3-array';

/** A linear scale from values to positions in a picture: the part of `d3-scale` that figures use. */
export interface Scale {
  (value: number): number;
  /** Returns about `count` round values of the domain to label on an axis. */
  ticks: (count: number) => number[];
}

/** Creates a scale from its domain (the values shown) and its range (their positions). */
export type CreateScale = (domain: readonly [number, number], range: readonly [number, number]) => Scale;

/**
 * Creates a scale in the browser. Gives the same results as `scaleLinear` of `d3-scale`, which builds use, without the color and
 * date code that `d3-scale` would add to the download.
 */
export const createScale: CreateScale = ([start, end], [from, to]) => {
  // Like d3-scale, map everything to the middle of the range if the domain is a single value.
  const share = start === end ? () => 0.5 : (value: number) => (value - start) / (end - start);
  return Object.assign((value: number) => from + share(value) * (to - from), {
    ticks: (count: number) => ticks(start, end, count),
  });
};
