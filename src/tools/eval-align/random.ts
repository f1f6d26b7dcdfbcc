/** Chance that is the same each time it is begun with the same seed. */
export interface Random {
  /** A whole number from 0 to below a bound. */
  below: (bound: number) => number;
  /** All of some things, in a chance order. */
  shuffle: <T>(things: readonly T[]) => T[];
}

/** Begin a row of chances (mulberry32, in the public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const shuffle = <T>(things: readonly T[]): T[] => {
    const shuffled = [...things];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = below(last + 1);
      const [a, b] = [shuffled[last], shuffled[other]];
      if (a !== undefined && b !== undefined) [shuffled[last], shuffled[other]] = [b, a];
    }
    return shuffled;
  };
  return { below, shuffle };
}
