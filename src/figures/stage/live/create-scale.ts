import { ticks } from 'd3-array';
import type { CreateScale } from '../scale.ts';

/** The scales of a browser, which need neither colours nor dates and so none of `d3-scale`: they give what it gives. */
export const createScale: CreateScale = ([start, end], [from, to]) => {
  // Where all that is shown is one value, it stands in the middle.
  const share = start === end ? () => 0.5 : (value: number) => (value - start) / (end - start);
  return Object.assign((value: number) => from + share(value) * (to - from), {
    ticks: (count: number) => ticks(start, end, count),
  });
};
