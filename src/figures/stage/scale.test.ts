import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScale } from './scale.ts';

const interval = fc.tuple(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -100_000, max: 100_000 }),
);

test('A scale maps values to the same positions as d3-scale, also outside its domain', () => {
  fc.assert(
    fc.property(interval, interval, fc.integer({ min: -200_000, max: 200_000 }), (domain, range, value) => {
      const expected = scaleLinear(domain, range)(value);
      const size = Math.max(1, Math.abs(expected), ...range.map(Math.abs));
      expect(Math.abs(createScale(domain, range)(value) - expected) / size).toBeLessThan(1e-9);
    }),
  );
});

test('A scale has the same ticks as d3-scale', () => {
  fc.assert(
    fc.property(interval, interval, fc.integer({ min: 1, max: 20 }), (domain, range, count) => {
      expect(createScale(domain, range).ticks(count)).toEqual(scaleLinear(domain, range).ticks(count));
    }),
  );
});
