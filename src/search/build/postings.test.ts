import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTexts, invertTexts } from './postings.ts';

const term: fc.Arbitrary<string> = fc.constantFrom('나', '가', 'a', '𝐚', '\uffff', 'constructor');
const site = fc.array(fc.uniqueArray(term), { maxLength: 6 }).chain((words) =>
  fc.record({
    words: fc.constant(words),
    texts: words.length === 0 ? fc.constant<number[][]>([]) : fc.array(fc.array(fc.nat(words.length - 1))),
  }),
);

test('each term has all its occurrences, in the order of texts and places', () => {
  fc.assert(
    fc.property(site, ({ words, texts }) => {
      const { terms, starts, ...postings } = invertTexts(
        texts.map((text) => Uint32Array.from(text)),
        words,
      );
      expect(terms).toEqual([...new Set(words.flat())].sort());
      for (const [number, each] of terms.entries()) {
        const [from = 0, to = 0] = starts.subarray(number, number + 2);
        const found = Array.from({ length: to - from }, (_, at) => [
          postings.texts[from + at],
          postings.places[from + at],
        ]);
        const expected = texts.flatMap((text, at) =>
          text.flatMap((word, place) => (words[word]?.includes(each) === true ? [[at, place]] : [])),
        );
        expect(found).toEqual(expected);
        expect(countTexts(postings.texts, from, to)).toBe(new Set(expected.map(([text]) => text)).size);
      }
    }),
  );
});
