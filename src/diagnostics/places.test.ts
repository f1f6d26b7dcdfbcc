import { expect, test } from 'vitest';
import { placesIn } from './places.ts';

test.each([
  [0, { line: 1, column: 1 }],
  [2, { line: 1, column: 3 }],
  [3, { line: 2, column: 1 }],
  [4, { line: 3, column: 1 }],
  [5, { line: 3, column: 2 }],
])('offset %i of a text is the place %j, and back', (offset, place) => {
  const { toPlace, toOffset } = placesIn('ab\n\nc');
  expect(toPlace(offset)).toEqual(place);
  expect(toOffset(place)).toBe(offset);
});
