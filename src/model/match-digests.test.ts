import { expect, test } from 'vitest';
import { matchDigests } from './match-digests.ts';

test.each<[string, string, string, (number | undefined)[], { before: number[]; now: number[] }[]]>([
  ['stands where it stood', 'abc', 'abc', [0, 1, 2], []],
  [
    'has changed lies in a gap between neighbors',
    'abc',
    'axc',
    [0, undefined, 2],
    [{ before: [1], now: [1] }],
  ],
  ['has moved is no gap', 'abcd', 'dabc', [1, 2, 3, 0], []],
  ['has gone leaves a gap of one side', 'abc', 'ac', [0, undefined, 1], [{ before: [1], now: [] }]],
  ['has come, too', 'ac', 'abc', [0, 2], [{ before: [], now: [1] }]],
  ['has nothing in common is one gap', 'ab', 'x', [undefined, undefined], [{ before: [0, 1], now: [0] }]],
])('what %s', (_, before, now, places, gaps) => {
  expect(matchDigests(Array.from(before), Array.from(now))).toEqual({ places, gaps });
});
