import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, readingMinutes, type ReadingCounts } from './reading-time.ts';

const nothing: ReadingCounts = { syllables: 0, words: 0, codeLines: 0, pictures: 0 };

describe('Reading time of', () => {
  test.each<[string, Partial<ReadingCounts>, number]>([
    ['nothing', {}, 1],
    ['a few words', { words: 10 }, 1],
    ['2380 words of English', { words: 2380 }, 10],
    ['5000 syllables of Korean', { syllables: 5000 }, 10],
    ['both, in one text', { words: 2380, syllables: 5000 }, 20],
    ['60 lines of code', { codeLines: 60 }, 3],
    ['12 + 11 + 10 + 9 + 8 + 7 + 6 + 5 + 4 + 3 seconds of pictures', { pictures: 10 }, 1],
    ['fifteen seconds of pictures on top of these', { words: 238, pictures: 15 }, 3],
    ['just under a minute and a half', { words: 356 }, 1],
    ['just over a minute and a half', { words: 358 }, 2],
  ])('%s is a whole number of minutes, at least 1: %j, %i', (_, counts, minutes) => {
    expect(readingMinutes({ ...nothing, ...counts })).toBe(minutes);
  });

  test('a longer text is never less', () => {
    const amount = fc.nat({ max: 20_000 });
    const counts = fc.record({ syllables: amount, words: amount, codeLines: amount, pictures: fc.nat(50) });
    fc.assert(
      fc.property(counts, counts, (one, more) => {
        const both = {
          syllables: one.syllables + more.syllables,
          words: one.words + more.words,
          codeLines: one.codeLines + more.codeLines,
          pictures: one.pictures + more.pictures,
        };
        expect(readingMinutes(both)).toBeGreaterThanOrEqual(readingMinutes(one));
      }),
    );
  });
});

describe('The words of a text', () => {
  test.each([
    ['', 0, 0],
    ['Two words', 0, 2],
    ['One, two; three: four.', 0, 4],
    ['don’t side-by-side and/or', 0, 3],
    ['https://example.org/a/b?c=d', 0, 1],
    ['3.14 and 2026-11-22', 0, 3],
    ['— … 🎉 →', 0, 0],
    ['Århus på Fyn', 0, 3],
    ['꼬리 지연이다.', 6, 0],
    ['p99는 꼬리 지연이다.', 7, 1],
    ['TCP와 UDP를', 2, 2],
    ['ㄱㄴ', 2, 0],
    ['漢字 나란히', 5, 0],
    ['ひらがなとカナ', 7, 0],
  ])('“%s” are %i syllables and %i words', (text, syllables, words) => {
    expect(countWords(text)).toEqual({ syllables, words });
  });

  test('of paragraphs add up to those of the whole text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '9', ' ', '가', '漢', '.', '\n') });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [countWords(one), countWords(other)];
        expect(countWords(`${one}\n\n${other}`)).toEqual({
          syllables: a.syllables + b.syllables,
          words: a.words + b.words,
        });
      }),
    );
  });
});
