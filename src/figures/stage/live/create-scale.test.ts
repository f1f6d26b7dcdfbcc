import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScale } from './create-scale.ts';

const ends = fc.tuple(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -100_000, max: 100_000 }),
);

test('a scale gives the places that those of d3-scale give, beyond its ends too', () => {
  fc.assert(
    fc.property(ends, ends, fc.integer({ min: -200_000, max: 200_000 }), (domain, range, value) => {
      const place = scaleLinear(domain, range)(value);
      const size = Math.max(1, Math.abs(place), ...range.map(Math.abs));
      expect(Math.abs(createScale(domain, range)(value) - place) / size).toBeLessThan(1e-9);
    }),
  );
});

test('a scale gives the round values that those of d3-scale give', () => {
  fc.assert(
    fc.property(ends, ends, fc.integer({ min: 1, max: 20 }), (domain, range, count) => {
      expect(createScale(domain, range).ticks(count)).toEqual(scaleLinear(domain, range).ticks(count));
    }),
  );
});
