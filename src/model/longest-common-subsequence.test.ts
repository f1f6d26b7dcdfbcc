import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestCommonSubsequence } from './longest-common-subsequence.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('The longest common subsequence', () => {
  test.each<[string, string, [number, number][]]>([
    ['abc', 'abc', [[0, 0], [1, 1], [2, 2]]], // prettier-ignore
    ['abc', 'xbz', [[1, 1]]],
    ['abc', '', []],
    ['aaaa', 'aaba', [[0, 0], [1, 1], [3, 3]]], // prettier-ignore
    ['abcabc', 'bcab', [[1, 0], [2, 1], [3, 2], [4, 3]]], // prettier-ignore
  ])('of %j and %j', (a, b, run) => {
    expect(longestCommonSubsequence(Array.from(a), Array.from(b))).toEqual(run);
  });

  test('is increasing in both sequences, pairs equal items, and has the maximum length', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const run = longestCommonSubsequence(a, b);
        for (const [index, [i, j]] of run.entries()) {
          expect(a[i]).toBe(b[j]);
          if (index > 0) expect([i > (run[index - 1]?.[0] ?? 0), j > (run[index - 1]?.[1] ?? 0)]).toEqual([true, true]); // prettier-ignore
        }
        expect(run).toHaveLength(longest(a, b));
      }),
    );
  });
});

/** Computes the length of the longest common subsequence by its recursive definition. */
function longest(a: readonly string[], b: readonly string[]): number {
  const [first, ...others] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  return Math.max(longest(others, b), at === -1 ? 0 : 1 + longest(others, b.slice(at + 1)));
}
