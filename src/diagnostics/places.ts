import type { Place } from './diagnostic.ts';

/** Returns functions that convert between line and column, from 1, and offset in a text. */
export function placesIn(text: string): {
  toOffset: (place: Place) => number;
  toPlace: (offset: number) => Place;
} {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    toOffset: ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1,
    toPlace: (offset) => {
      const line = lastAtMost(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

/** Returns the place at the end of a text that begins at `start` and whose later lines begin in column 1. */
export function placeAfter({ line, column }: Place, text: string): Place {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return { line: line + lines.length - 1, column: (lines.length === 1 ? column : 1) + last };
}

/** Binary search: returns the index of the last number, in ascending order, that is at most the limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
