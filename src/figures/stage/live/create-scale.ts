import { ticks } from 'd3-array';
import type { CreateScale } from '../scale.ts';

/** The scales of a browser, which need neither colours nor dates and so none of `d3-scale`: they give what it gives. */
export const createScale: CreateScale = ([start, end], [from, to]) =>
  Object.assign((value: number) => from + ((value - start) / (end - start)) * (to - from), {
    ticks: (count: number) => ticks(start, end, count),
  });
