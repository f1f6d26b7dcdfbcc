/** Directions of the numbers that a path command takes (SVG 2, section 9.3). Other commands take pairs of x and y. */
const directions: Readonly<Record<string, readonly Direction[]>> = {
  H: ['x'],
  V: ['y'],
  A: ['x', 'y', 'none', 'none', 'none', 'x', 'y'],
};

const pairs: readonly Direction[] = ['x', 'y'];

type Direction = 'x' | 'y' | 'none';

/**
 * Scales path data by a horizontal and a vertical factor.
 *
 * @example
 * scalePath('M100,20v10H300', 0.1, 2) // 'M10,40v20H30'
 */
export function scalePath(d: string, scaleX: number, scaleY: number): string {
  const factors = { x: scaleX, y: scaleY, none: 1 };
  return d.replace(/([a-z])([^a-z]*)/gi, (_, command: string, rest: string) => {
    const order = directions[command.toUpperCase()] ?? pairs;
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
    const scaled = numbers.map((each, nth) =>
      roundCoordinate(Number(each) * factors[order[nth % order.length] ?? 'none']),
    );
    return command + scaled.join(',');
  });
}

/** Rounds a coordinate to four decimals: enough that the errors of hundreds of relative steps add up to nothing visible. */
export function roundCoordinate(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
