import { expect, test } from 'vitest';
import { countTerms, splitLexicon } from './lexicon.ts';
import { invertTexts } from './postings.ts';

test('the document frequency of each term is counted, in sorted order', () => {
  const words = [['나', '가'], ['가'], [], ['z', '𝐚']];
  const texts = [
    [0, 1, 2],
    [1, 3],
  ];
  expect(
    countTerms(
      invertTexts(
        texts.map((text) => Uint32Array.from(text)),
        words,
      ),
    ),
  ).toEqual([
    { term: 'z', texts: 1 },
    { term: '가', texts: 2 },
    { term: '나', texts: 1 },
    { term: '𝐚', texts: 1 },
  ]);
});

test('a lexicon is split into pieces of limited size that contain all terms in order', () => {
  const terms = Array.from({ length: 3000 }, (_, at) => ({
    term: `t${String(at).padStart(4, '0')}`,
    texts: 1,
  }));
  const pieces = splitLexicon(terms, 4);
  expect(pieces.flat()).toEqual(terms);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1200);
});

test('Hangul starts a new piece, after all other terms', () => {
  const pieces = splitLexicon(
    ['a', 'ㅋ', '가', '나', '𝐚'].map((term) => ({ term, texts: 1 })),
    4,
  );
  expect(pieces.map((piece) => piece.map(({ term }) => term))).toEqual([
    ['a', 'ㅋ'],
    ['가', '나', '𝐚'],
  ]);
});

test('a site without words has no pieces', () => {
  expect(splitLexicon(countTerms(invertTexts([], [])), 4)).toEqual([]);
});
