import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hangulToKeys, toChoseong } from '../../../korean/index.ts';
import { createSearchOn } from '../search.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import { limitTerms, maxTermPieces } from './limit-terms.ts';
import { createIndexReader, type IndexReader } from './reader.ts';

const syllables = ['가', '거', '나', '너', '다', '도', '라', '마', '바', '사', '아', '자'];

/** Words of two to four syllables, and of Latin letters, so many that the first letters of any word are in several pieces. */
const words = [
  ...syllables.flatMap((one) => syllables.map((other) => one + other)),
  ...syllables.flatMap((one) => syllables.map((other) => `${one}${other}${one}`)),
  ...syllables.flatMap((one) => syllables.map((other) => `${one}${one}${other}미`)),
  ...Array.from('abcdest').flatMap((one) =>
    Array.from('aeiorst').flatMap((other) => [`${one}${other}n`, `${one}${other}${one}ting`]),
  ),
];

const index = createSmallIndex({
  names: [['가거', 'cart', '거가나 다도']],
  texts: Array.from({ length: 40 }, (_, number) => ({
    locale: 'ko',
    slug: `text-${number}`,
    title: words[number] ?? '',
    blocks: [words.filter((_word, at) => at % 40 === number).join(' ')],
  })),
});

/** A word as people type it: as it is, with a josa, a typo, on the other keyboard layout, in initial consonants, or glued to others. */
const typedWord = fc
  .tuple(fc.constantFrom(...words), fc.constantFrom(...words), fc.nat(8))
  .chain(([word, other, at]) =>
    fc.constantFrom(
      word,
      `${word}에서`,
      `${word.slice(0, at % word.length)}${other.slice(0, 1)}${word.slice((at % word.length) + 1)}`,
      hangulToKeys(word),
      toChoseong(word),
      `${word}${other}${word}`,
      `${word}${other}${other}뷁${word}${other}${word}`,
      word.slice(0, 1),
      '알려줘',
    ),
  );

test('Any query loads at most twelve pieces of lists of terms, however it is read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typedWord, { minLength: 1, maxLength: 14 }),
      fc.boolean(),
      async (typed, isLiteral) => {
        index.reads.length = 0;
        await createSearchOn(index, '/').ask({ query: typed.join(' '), locale: 'ko', isLiteral });
        const pieces = new Set(index.reads.filter((name) => /^(?:lexicon|tails|sounds|pairs)\./.test(name)));
        expect(pieces.size).toBeLessThanOrEqual(maxTermPieces);
      },
    ),
    { numRuns: 100 },
  );
});

test('An answer doesn’t depend on the pieces that earlier queries have loaded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typedWord, { minLength: 1, maxLength: 8 }),
      typedWord,
      async (typed, before) => {
        const question = { query: typed.join(' '), locale: 'ko' };
        const cold = await createSearchOn(index, '/').ask(question);
        const warm = createSearchOn(index, '/');
        await warm.ask({ ...question, query: before });
        expect(await warm.ask(question)).toEqual(cold);
      },
    ),
    { numRuns: 30 },
  );
});

test('What is read at the same time shares the pieces that are left, beside those that were read before', async () => {
  const reader = limitTerms(createIndexReader(index));
  const isRead = async (each: IndexReader, piece: number): Promise<boolean> =>
    (await each.terms('lexicon', piece)).length > 0;
  for (let piece = 0; piece < maxTermPieces - 3; piece += 1) expect(await isRead(reader, piece)).toBe(true);
  const [one = reader, other = reader] = reader.share([1, 1]);
  expect([await isRead(other, 20), await isRead(other, 21)]).toEqual([true, false]);
  expect([await isRead(one, 22), await isRead(one, 23), await isRead(one, 24)]).toEqual([true, true, false]);
  expect([await isRead(one, 0), await isRead(reader, 24), await isRead(reader, 20)]).toEqual([
    true,
    false,
    true,
  ]);
});
