import { line } from 'd3-shape';

/** The `d` of a path along points, by the scales of its picture; in tenths of a unit. */
export function linePath(
  points: readonly (readonly [x: number, y: number])[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const draw = line<readonly [number, number]>(
    ([value]) => x(value),
    ([, value]) => y(value),
  ).digits(1);
  return draw(points) ?? '';
}
