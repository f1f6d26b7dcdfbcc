import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../outline/prepare-outline.ts';
import type { LineMatch } from '../outline/match-outline.ts';
import type { Alternative } from '../query/alternative.ts';
import { rankArticles, scoreOf, type RankedText } from './rank-articles.ts';
import { scoreTexts, type Lengths, type TextScore } from './score-texts.ts';
import { joinPlaces, type FoundAlternative } from './text-places.ts';

describe('Places of terms that must stand side by side', () => {
  const join = (...lists: readonly number[][]): readonly number[] | undefined =>
    joinPlaces(lists.map((places) => [{ id: 'a', places }])).get('a');

  test.each([
    ['one term', [[1, 5]], [1, 5]],
    [
      'side by side',
      [
        [1, 5],
        [2, 9],
      ],
      [1, 2],
    ],
    ['parts of one word', [[1, 5], [5]], [5]],
    ['in another order', [[2], [1]], undefined],
    ['with a word between', [[1], [3]], undefined],
    ['both ways on from a place, of which one ends', [[1], [1, 2], [3]], [1, 2, 3]],
    ['none', [[1], []], undefined],
  ])('%s', (_how, lists, expected) => {
    expect(join(...lists)).toEqual(expected);
  });

  test('are held apart by text', () => {
    const lists = [
      [
        { id: 'a', places: [1] },
        { id: 'b', places: [1] },
      ],
      [
        { id: 'a', places: [7] },
        { id: 'b', places: [2] },
        { id: 'c', places: [2] },
      ],
    ];
    expect([...joinPlaces(lists)]).toEqual([['b', [1, 2]]]);
    expect([...joinPlaces([])]).toEqual([]);
  });

  test('are all from the first term to the last where they can be read on, and no others', () => {
    const places = fc.uniqueArray(fc.nat(8), { maxLength: 6 });
    const endFrom = (at: number, [next, ...others]: readonly number[][]): number => {
      if (next === undefined) return at;
      const ways = [at, at + 1].filter((place) => next.includes(place));
      return Math.min(...ways.map((place) => endFrom(place, others)));
    };
    fc.assert(
      fc.property(fc.array(places, { minLength: 1, maxLength: 4 }), (lists) => {
        const [first = [], ...rest] = lists;
        const runs = first
          .map((at) => [at, endFrom(at, rest)] as const)
          .filter(([, end]) => end !== Infinity);
        const within = (place: number) => runs.some(([start, end]) => start <= place && place <= end);
        const expected = Array.from({ length: 13 }, (_, place) => place).filter(within);
        expect(join(...lists) ?? []).toEqual(expected);
      }),
    );
  });

  test('of a term that is asked for twice are those where it stands twice', () => {
    const list = [{ id: 'a', places: [1, 5, 6] }];
    expect(joinPlaces([list, list]).get('a')).toEqual([5, 6]);
  });

  test('are found without trying every way where all terms stand everywhere', () => {
    const everywhere = Array.from({ length: 200 }, (_, place) => place);
    expect(join(...Array.from({ length: 100 }, () => everywhere))).toHaveLength(200);
  });
});

const even: Lengths = { of: () => 100, average: 100, texts: 50 };

/** A reading of one word of a query, and its occurrences. */
function located(
  word: number,
  texts: Readonly<Record<string, readonly number[]>>,
  said: Partial<Alternative> = {},
): FoundAlternative {
  return {
    alternative: { from: word, to: word + 1, terms: [`term${word}`], quality: 1, by: 'form', ...said },
    texts: new Map(Object.entries(texts)),
  };
}

function scores(words: number, found: readonly FoundAlternative[], lengths = even): Map<string, TextScore> {
  return scoreTexts(words, found, lengths);
}

function scoreIn(id: string, words: number, found: readonly FoundAlternative[], lengths = even): number {
  return scores(words, found, lengths).get(id)?.score ?? 0;
}

describe('The score of a text', () => {
  const places = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 20 });

  test('is from 0 to 1, whatever stands where', () => {
    const anywhere = fc.record({
      word: fc.nat(3),
      quality: fc.double({ min: 0.01, max: 1, noNaN: true }),
      places,
    });
    fc.assert(
      fc.property(fc.array(anywhere), (all) => {
        const found = all.map(({ word, quality, places: at }) => located(word, { a: at }, { quality }));
        for (const { score } of scores(4, found).values()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('is never lower for a word that stands there more often', () => {
    fc.assert(
      fc.property(places, places, places, (once, more, other) => {
        const with_ = (first: number[]): number =>
          scoreIn('a', 2, [located(0, { a: first, b: [1] }), located(1, { a: other, b: [2] })]);
        expect(with_([...new Set([...once, ...more])])).toBeGreaterThanOrEqual(with_(once) - 1e-9);
      }),
    );
  });

  test('is higher in a short text than in a long one, all else being equal', () => {
    const found = [located(0, { short: [1], long: [1] })];
    const lengths = { ...even, of: (id: string) => (id === 'short' ? 20 : 2000) };
    expect(scoreIn('short', 1, found, lengths)).toBeGreaterThan(scoreIn('long', 1, found, lengths));
  });

  test('is higher where a rare word stands than where a common one does', () => {
    const common = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`common${number}`, [1]]));
    const found = [located(0, common), located(1, { rare: [1] })];
    expect(scoreIn('rare', 2, found)).toBeGreaterThan(scoreIn('common0', 2, found));
  });

  test('is higher where words stand side by side than apart, and in the order asked than in another', () => {
    const found = [
      located(0, { beside: [5], apart: [5], turned: [6] }),
      located(1, { beside: [6], apart: [50], turned: [5] }),
    ];
    expect(scoreIn('beside', 2, found)).toBeGreaterThan(scoreIn('apart', 2, found));
    expect(scoreIn('beside', 2, found)).toBeGreaterThan(scoreIn('turned', 2, found));
  });

  test('is as high for parts of one word as for words side by side', () => {
    const found = [located(0, { within: [5], beside: [5] }), located(1, { within: [5], beside: [6] })];
    expect(scoreIn('within', 2, found)).toBe(scoreIn('beside', 2, found));
  });

  test('is higher the more of the query stands there', () => {
    const found = [
      located(0, { one: [1], two: [1], three: [1] }),
      located(1, { two: [9], three: [9] }),
      located(2, { three: [20] }),
    ];
    const [one, two, three] = ['one', 'two', 'three'].map((id) => scoreIn(id, 3, found));
    expect(three).toBeGreaterThan(two ?? 1);
    expect(two).toBeGreaterThan(one ?? 1);
  });

  test('is higher for what was typed than for a less sure reading', () => {
    const found = [
      located(0, { typed: [1] }),
      located(0, { mended: [1] }, { quality: 0.62, by: 'spelling' }),
    ];
    expect(scoreIn('typed', 1, found)).toBeGreaterThan(scoreIn('mended', 1, found));
  });

  test('says which words are missing, and which are there only in another reading', () => {
    const found = [
      located(0, { a: [1], b: [1] }),
      located(1, { a: [2] }, { quality: 0.6, by: 'spelling' }),
      located(2, { b: [2] }, { by: 'beginning' }),
    ];
    expect(scores(3, found).get('a')).toMatchObject({ missing: [2], rewritten: [1] });
    expect(scores(3, found).get('b')).toMatchObject({ missing: [1], rewritten: [] });
  });

  test('comes with the places that matched, in their order', () => {
    const found = [located(0, { a: [7, 3] }), located(1, { a: [5] })];
    expect(
      scores(2, found)
        .get('a')
        ?.places.map(({ place, word }) => [place, word]),
    ).toEqual([
      [3, 0],
      [5, 1],
      [7, 0],
    ]);
  });

  test('counts a reading of several words for each of them', () => {
    const both = located(0, { a: [4] }, { to: 2 });
    expect(scores(2, [both]).get('a')).toMatchObject({ missing: [], rewritten: [] });
  });

  test('is there for no text where nothing stands anywhere', () => {
    expect(scores(2, []).size).toBe(0);
    expect(scores(0, []).size).toBe(0);
  });
});

describe('The score of title, headings and body together', () => {
  const line = (quality: number): LineMatch => ({
    line: {} as Line,
    quality,
    by: undefined,
    text: '',
    isWhole: true,
  });
  const body = (score: number): TextScore => ({ score, missing: [], rewritten: [], places: [] });
  const part = fc.double({ min: 0, max: 1, noNaN: true });

  test('is never lower for a better heading or a better body', () => {
    fc.assert(
      fc.property(part, part, part, part, (heading, better, text, fuller) => {
        const [low = 0, high = 0] = [heading, better].sort((one, other) => one - other);
        const [less = 0, more = 0] = [text, fuller].sort((one, other) => one - other);
        expect(scoreOf([line(high)], body(less))).toBeGreaterThanOrEqual(scoreOf([line(low)], body(less)));
        expect(scoreOf([line(low)], body(more))).toBeGreaterThanOrEqual(scoreOf([line(low)], body(less)));
      }),
    );
  });

  test('is nothing where nothing matches', () => {
    expect(scoreOf([], undefined)).toBe(0);
  });
});

describe('Articles', () => {
  const text = (article: number, locale: string, score: number): RankedText => ({
    id: `${article}${locale}`,
    locale,
    article,
    score,
    lines: [],
    body: undefined,
  });
  const rank = (...texts: RankedText[]): string[] => rankArticles(texts, 'ko').map((each) => each.text.id);

  test('come best first, each once', () => {
    expect(rank(text(1, 'ko', 0.3), text(2, 'ko', 0.9), text(1, 'en', 0.2))).toEqual(['2ko', '1ko']);
  });

  test('answer by the reader’s own language, if that answers about as well', () => {
    expect(rank(text(1, 'ko', 0.7), text(1, 'en', 1))).toEqual(['1ko']);
    expect(rank(text(1, 'ko', 0.2), text(1, 'en', 1))).toEqual(['1en']);
    expect(rank(text(1, 'en', 1))).toEqual(['1en']);
  });

  test('that answer alike come in the reader’s own language first, in whatever order they are found', () => {
    const texts = [text(1, 'en', 0.8), text(2, 'ko', 0.8), text(2, 'en', 0.8)];
    for (const order of [texts, [...texts].reverse()]) expect(rank(...order)).toEqual(['2ko', '1en']);
  });

  test('that answer alike in all else keep the order of the site', () => {
    expect(rank(text(3, 'ko', 0.5), text(1, 'ko', 0.5), text(2, 'ko', 0.5))).toEqual(['1ko', '2ko', '3ko']);
  });
});
