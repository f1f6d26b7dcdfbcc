import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenPerAdult } from './ratio.ts';

describe('Children per adult on the floor', () => {
  test('are 4.18 at 51.5 hours a week, 3.89 at 48 and 4.46 at 55', () => {
    expect([51.5, 48, 55].map((open) => childrenPerAdult(open).toFixed(2))).toEqual(['4.18', '3.89', '4.46']);
  });

  test('are 3, as in the law, only in a house that is open for as long as one person works', () => {
    expect(childrenPerAdult(37)).toBe(3);
  });

  test('grow in proportion to the opening hours', () => {
    const hours = fc.double({ min: 1, max: 168, noNaN: true });
    fc.assert(
      fc.property(hours, hours, (open, other) => {
        expect(childrenPerAdult(open) / childrenPerAdult(other)).toBeCloseTo(open / other, 9);
        expect(Math.sign(childrenPerAdult(open) - childrenPerAdult(other))).toBe(Math.sign(open - other));
      }),
    );
  });
});
