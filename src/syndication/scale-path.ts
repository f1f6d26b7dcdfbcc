/** Directions of the numbers that each command of a path takes (SVG 2, 9.3); of the others, pairs of across and down. */
const directions: Readonly<Record<string, readonly Direction[]>> = {
  H: ['across'],
  V: ['down'],
  A: ['across', 'down', 'none', 'none', 'none', 'across', 'down'],
};

const pairs: readonly Direction[] = ['across', 'down'];

type Direction = 'across' | 'down' | 'none';

/**
 * Path data stretched by a factor across and another down.
 *
 * @example
 * scalePath('M100,20v10H300', 0.1, 2) // 'M10,40v20H30'
 */
export function scalePath(d: string, across: number, down: number): string {
  const factors = { across, down, none: 1 };
  return d.replace(/([a-z])([^a-z]*)/gi, (_, command: string, rest: string) => {
    const order = directions[command.toUpperCase()] ?? pairs;
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
    const scaled = numbers.map((each, nth) =>
      roundPlace(Number(each) * factors[order[nth % order.length] ?? 'none']),
    );
    return command + scaled.join(',');
  });
}

/** A place as fine that hundreds of steps, each from the one before, end where they should. */
export function roundPlace(place: number): number {
  return Math.round(place * 10_000) / 10_000;
}
