import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scalePath } from './scale-path.ts';

test.each([
  ['lines', 'M0,10L6000,20', 'M0,20L60,40'],
  ['horizontal and vertical lines', 'M100,1H200V3h100v-4', 'M1,2H2V6h1v-8'],
  ['several lines of one command', 'M100 1 200 2-300-4.5', 'M1,2,2,4,-3,-9'],
  ['curves', 'M0,0C100,1,200,2,300,3Q100,1,0,0', 'M0,0C1,2,2,4,3,6Q1,2,0,0'],
  ['arcs', 'M0,0A100,1,0,0,1,200,0Z', 'M0,0A1,2,0,0,1,2,0Z'],
  ['nothing', '', ''],
])('the two directions of a path are scaled separately: %s', (_name, d, expected) => {
  expect(scalePath(d, 0.01, 2)).toBe(expected);
});

test('scaling a path of lines up and down again restores it', () => {
  const place = fc.integer({ min: -10_000, max: 10_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 1 }), (points) => {
      const d = points.map(([x, y], nth) => `${nth === 0 ? 'M' : 'L'}${x},${y}`).join('');
      expect(scalePath(scalePath(d, 10, 4), 0.1, 0.25)).toBe(d);
    }),
  );
});
