import { expect, test } from 'vitest';
import { countTerms, splitLexicon } from './lexicon-pieces.ts';

test('each term is counted once for each text that holds it, in the order of its letters', () => {
  expect(
    countTerms([
      [['나', '가'], ['가'], []],
      [['가'], ['z', '𝐚']],
    ]),
  ).toEqual([
    { term: 'z', texts: 1 },
    { term: '가', texts: 2 },
    { term: '나', texts: 1 },
    { term: '𝐚', texts: 1 },
  ]);
});

test('a lexicon is cut into pieces of bounded size that hold all its terms in order', () => {
  const terms = Array.from({ length: 3000 }, (_, at) => ({
    term: `t${String(at).padStart(4, '0')}`,
    texts: 1,
  }));
  const pieces = splitLexicon(terms);
  expect(pieces.flat()).toEqual(terms);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1200);
});

test('Hangul begins a piece of its own, behind all that stands before it', () => {
  const pieces = splitLexicon(['a', 'ㅋ', '가', '나', '𝐚'].map((term) => ({ term, texts: 1 })));
  expect(pieces.map((piece) => piece.map(({ term }) => term))).toEqual([
    ['a', 'ㅋ'],
    ['가', '나', '𝐚'],
  ]);
});

test('a site without words has no pieces', () => {
  expect(splitLexicon(countTerms([]))).toEqual([]);
});
