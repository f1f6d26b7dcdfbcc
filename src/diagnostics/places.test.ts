import { expect, test } from 'vitest';
import { placeAfter, placesIn } from './places.ts';

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

test.each([
  ['', { line: 3, column: 5 }],
  ['ab', { line: 3, column: 7 }],
  ['ab\n', { line: 4, column: 1 }],
  ['ab\n\ncd', { line: 5, column: 3 }],
])('%j from line 3, column 5 on ends at %j', (text, place) => {
  expect(placeAfter({ line: 3, column: 5 }, text)).toEqual(place);
});
