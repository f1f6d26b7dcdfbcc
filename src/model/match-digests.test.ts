import { expect, test } from 'vitest';
import { matchDigests } from './match-digests.ts';

test.each<[string, string, string, (number | undefined)[], { before: number[]; now: number[] }[]]>([
  ['are unchanged', 'abc', 'abc', [0, 1, 2], []],
  [
    'have one edit leave a gap between its neighbors',
    'abc',
    'axc',
    [0, undefined, 2],
    [{ before: [1], now: [1] }],
  ],
  ['have one moved item leave no gap', 'abcd', 'dabc', [1, 2, 3, 0], []],
  [
    'have one removed item leave a gap with one empty side',
    'abc',
    'ac',
    [0, undefined, 1],
    [{ before: [1], now: [] }],
  ],
  ['have one added item leave a gap with one empty side', 'ac', 'abc', [0, 2], [{ before: [], now: [1] }]],
  ['have nothing in common are one gap', 'ab', 'x', [undefined, undefined], [{ before: [0, 1], now: [0] }]],
])('sequences that %s', (_, before, now, places, gaps) => {
  expect(matchDigests(Array.from(before), Array.from(now))).toEqual({ places, gaps });
});
