/** A seeded pseudorandom number generator: the same seed gives the same numbers. */
export interface Random {
  /** Returns a whole number from 0 to below `bound`. */
  below: (bound: number) => number;
  /** Returns one of the items. There must be at least one. */
  pick: <T>(items: readonly T[]) => T;
  /** Returns the items in random order. */
  shuffle: <T>(items: readonly T[]) => T[];
}

/** Creates a generator (mulberry32, in the public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('There is nothing to pick from');
    return items[below(items.length)] as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = below(last + 1);
      const [a, b] = [shuffled[last], shuffled[other]];
      if (a !== undefined && b !== undefined) [shuffled[last], shuffled[other]] = [b, a];
    }
    return shuffled;
  };
  return { below, pick, shuffle };
}
