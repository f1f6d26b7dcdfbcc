/** From values to places in a picture, along a straight line: what `d3-scale` gives a build, and a browser makes of less. */
export interface Scale {
  (value: number): number;
  /** About so many round values to mark. */
  ticks: (count: number) => number[];
}

/** Makes a scale: the two ends of what is shown, and where they are in the picture. */
export type CreateScale = (domain: readonly [number, number], range: readonly [number, number]) => Scale;
