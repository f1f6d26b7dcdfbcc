import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, fuzzyFind, requiredSubstrings, typosAllowed } from './edit-distance.ts';

/** Words over a small alphabet, so that two random words are often similar. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ㄱ'), maxLength: 9 });

const enough = 20;

describe('The edit distance of two words', () => {
  test.each([
    ['', '', 0],
    ['latency', 'latency', 0],
    ['latency', 'latancy', 1],
    ['latency', 'latncy', 1],
    ['latency', 'lateency', 1],
    ['latency', 'laetncy', 1],
    ['latency', 'ltaenyc', 2],
    ['latency', 'throughput', 10],
    ['abc', '', 3],
  ])('“%s” and “%s” are %d', (one, other, typos) => {
    expect(editDistance(one, other, enough)).toBe(typos);
  });

  test('is symmetric', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(editDistance(other, one, most));
      }),
    );
  });

  test('is 0 only for equal words, however long they are', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other, enough) === 0).toBe(one === other);
      }),
    );
    const long = 'a'.repeat(500);
    expect(editDistance(long, long, 1)).toBe(0);
    expect(editDistance(long, `${long}b`, 1)).toBe(2);
    expect(editDistance('a'.repeat(128), 'a'.repeat(127), 1)).toBe(
      editDistance('a'.repeat(127), 'a'.repeat(128), 1),
    );
  });

  test('is at most the Levenshtein distance, and at least half of it', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const typos = editDistance(one, other, enough);
        expect(typos).toBeLessThanOrEqual(distance(one, other));
        expect(2 * typos).toBeGreaterThanOrEqual(distance(one, other));
      }),
    );
  });

  test('is 1 for a transposition of neighbors', () => {
    fc.assert(
      fc.property(word, word, fc.tuple(fc.constant('x'), fc.constant('y')), (head, tail, [x, y]) => {
        expect(editDistance(head + x + y + tail, head + y + x + tail, 2)).toBe(1);
      }),
    );
  });

  test('is exact up to the limit, and the limit plus 1 beyond', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(editDistance(one, other, enough), most + 1));
      }),
    );
  });
});

describe('The number of typos allowed', () => {
  test('is 0 in short words, 1 in longer ones, 2 in long ones', () => {
    expect([0, 3, 4, 10, 11, 60].map(typosAllowed)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe('A fuzzy match', () => {
  const everywhere = (): boolean => true;

  test.each([
    ['latency', 'tail latency', { typos: 0, end: 12 }],
    ['latancy', 'tail latency hides', { typos: 1, end: 12 }],
    ['laetncy', 'tail latency hides', { typos: 1, end: 12 }],
    ['throughput', 'tail latency', undefined],
    ['', 'tail', { typos: 0, end: 1 }],
  ])('“%s” in “%s”', (pattern, text, found) => {
    expect(fuzzyFind(pattern, text, 2, everywhere)).toEqual(found);
  });

  test('has distance 0 where the text contains the pattern', () => {
    fc.assert(
      fc.property(word, word, word, (head, pattern, tail) => {
        fc.pre(pattern !== '');
        expect(fuzzyFind(pattern, head + pattern + tail, 2, everywhere)?.typos).toBe(0);
      }),
    );
  });

  test('costs one edit more where it may not start', () => {
    const atWords = (at: number): boolean => at === 0 || at === 4;
    expect(fuzzyFind('lat', 'taillatency', 1, atWords)).toEqual({ typos: 0, end: 7 });
    expect(fuzzyFind('aten', 'taillatency', 1, atWords)).toEqual({ typos: 1, end: 9 });
  });

  test('has the smallest distance to any substring of the text', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), fc.nat(8), (pattern, text, from, length) => {
        fc.pre(text !== '' && pattern !== '');
        const stretch = text.slice(from % text.length, (from % text.length) + length);
        fc.pre(stretch !== '');
        const typos = editDistance(pattern, stretch, enough);
        expect(fuzzyFind(pattern, text, enough, everywhere)?.typos).toBeLessThanOrEqual(typos);
      }),
    );
  });
});

describe('Pieces of a pattern', () => {
  test('concatenate to the pattern', () => {
    fc.assert(
      fc.property(word, fc.nat(3), (pattern, most) => requiredSubstrings(pattern, most).join('') === pattern),
    );
  });

  test('include one that occurs in every text with a fuzzy match of the pattern', () => {
    const edit = fc.record({ kind: fc.constantFrom('change', 'omit', 'insert', 'swap'), at: fc.nat(30) });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), minLength: 4, maxLength: 16 }),
        fc.array(edit, { maxLength: 2 }),
        (pattern, typos) => {
          const text = `x${typos.reduce(applyEdit, pattern)}x`;
          expect(requiredSubstrings(pattern, typos.length).some((piece) => text.includes(piece))).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function applyEdit(text: string, { kind, at }: { kind: string; at: number }): string {
  const place = at % text.length;
  const [head, letter, tail] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
  if (kind === 'change') return `${head}x${tail}`;
  if (kind === 'omit') return head + tail;
  if (kind === 'insert') return `${head}x${letter}${tail}`;
  return head + tail.charAt(0) + letter + tail.slice(1);
}
