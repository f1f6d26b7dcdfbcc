import { expect, test } from 'vitest';
import { nextIndex } from './roving-tabindex.ts';

test.each<[string, number, number]>([
  ['ArrowDown', 1, 2],
  ['ArrowUp', 1, 0],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['ArrowDown', 3, 3],
  ['ArrowUp', 0, 0],
  ['Enter', 2, 2],
  ['a', 1, 1],
])('%s moves the focus from %i of four to %i', (key, from, to) => {
  expect(nextIndex(key, from, 4)).toBe(to);
});
