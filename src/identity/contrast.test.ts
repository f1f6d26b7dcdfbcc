import { expect, test } from 'vitest';
import { contrastOf } from './contrast.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#fff', '#000', 21],
  ['#1d4f8c', '#1d4f8c', 1],
  // Grays just above and just below a contrast of 4.5.
  ['#767676', '#ffffff', 4.54],
  ['#ffffff', '#777777', 4.48],
  ['#ff0000', '#ffffff', 4.0],
])('the contrast of %s and %s is %d', (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
});

test('a transparent color has no contrast', () => {
  expect(() => contrastOf('#00000080', '#ffffff')).toThrow('Unexpected color #00000080, expected #rrggbb');
});
