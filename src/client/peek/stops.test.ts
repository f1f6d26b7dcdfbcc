import { expect, test } from 'vitest';
import { stepTo } from './stops.ts';

test.each<[string, number, number]>([
  ['ArrowDown', 1, 2],
  ['ArrowUp', 1, 0],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['ArrowDown', 3, 3],
  ['ArrowUp', 0, 0],
  ['Enter', 2, 2],
  ['a', 1, 1],
])('%s leads from %i of four to %i', (key, from, to) => {
  expect(stepTo(key, from, 4)).toBe(to);
});
