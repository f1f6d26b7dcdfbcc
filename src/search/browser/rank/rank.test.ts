import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../outline/prepare-outline.ts';
import type { LineMatch } from '../outline/match-outline.ts';
import type { Alternative } from '../query/alternative.ts';
import { rankArticles, scoreOf, type RankedText } from './rank-articles.ts';
import { scoreTexts, type Lengths, type TextScore } from './score-texts.ts';
import { joinPlaces, type FoundAlternative } from './text-places.ts';

describe('Positions of adjacent terms', () => {
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
    ['parts of a compound', [[1, 5], [5]], [5]],
    ['in another order', [[2], [1]], undefined],
    ['with a word between', [[1], [3]], undefined],
    ['two continuations, one of which ends', [[1], [1, 2], [3]], [1, 2, 3]],
    ['none', [[1], []], undefined],
  ])('%s', (_how, lists, expected) => {
    expect(join(...lists)).toEqual(expected);
  });

  test('are separate for each text', () => {
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

  test('cover each run from the first term to the last, and nothing else', () => {
    const places = fc.uniqueArray(fc.nat(8), { maxLength: 6 });
    const endFrom = (at: number, [next, ...others]: readonly number[][]): number => {
      if (next === undefined) return at;
      const nextPlaces = [at, at + 1].filter((place) => next.includes(place));
      return Math.min(...nextPlaces.map((place) => endFrom(place, others)));
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

  test('of a repeated term are those where it occurs twice', () => {
    const list = [{ id: 'a', places: [1, 5, 6] }];
    expect(joinPlaces([list, list]).get('a')).toEqual([5, 6]);
  });

  test('are found without exponential search where all terms occur everywhere', () => {
    const everywhere = Array.from({ length: 200 }, (_, place) => place);
    expect(join(...Array.from({ length: 100 }, () => everywhere))).toHaveLength(200);
  });
});

const even: Lengths = { of: () => 100, average: 100, texts: 50 };

/** Returns a reading of one word of a query, and its occurrences. */
function located(
  word: number,
  texts: Readonly<Record<string, readonly number[]>>,
  overrides: Partial<Alternative> = {},
): FoundAlternative {
  return {
    alternative: { from: word, to: word + 1, terms: [`term${word}`], quality: 1, by: 'form', ...overrides },
    texts: new Map(Object.entries(texts)),
  };
}

function scores(words: number, found: readonly FoundAlternative[], lengths = even): Map<string, TextScore> {
  return scoreTexts(
    Array.from({ length: words }, () => ({})),
    found,
    lengths,
  );
}

function scoreIn(id: string, words: number, found: readonly FoundAlternative[], lengths = even): number {
  return scores(words, found, lengths).get(id)?.score ?? 0;
}

describe('The score of a text', () => {
  const places = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 20 });

  test('is from 0 to 1 for any occurrences', () => {
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

  test('never decreases with more occurrences of a word', () => {
    fc.assert(
      fc.property(places, places, places, (once, more, other) => {
        const with_ = (first: number[]): number =>
          scoreIn('a', 2, [located(0, { a: first, b: [1] }), located(1, { a: other, b: [2] })]);
        expect(with_([...new Set([...once, ...more])])).toBeGreaterThanOrEqual(with_(once) - 1e-9);
      }),
    );
  });

  test('is higher in a short text than in a long one', () => {
    const found = [located(0, { short: [1], long: [1] })];
    const lengths = { ...even, of: (id: string) => (id === 'short' ? 20 : 2000) };
    expect(scoreIn('short', 1, found, lengths)).toBeGreaterThan(scoreIn('long', 1, found, lengths));
  });

  test('is higher for a rare word than for a common one', () => {
    const common = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`common${number}`, [1]]));
    const found = [located(0, common), located(1, { rare: [1] })];
    expect(scoreIn('rare', 2, found)).toBeGreaterThan(scoreIn('common0', 2, found));
  });

  test('is higher for adjacent words, and for the order of the query', () => {
    const found = [
      located(0, { beside: [5], apart: [5], turned: [6] }),
      located(1, { beside: [6], apart: [50], turned: [5] }),
    ];
    expect(scoreIn('beside', 2, found)).toBeGreaterThan(scoreIn('apart', 2, found));
    expect(scoreIn('beside', 2, found)).toBeGreaterThan(scoreIn('turned', 2, found));
  });

  test('is as high for parts of a compound as for adjacent words', () => {
    const found = [located(0, { within: [5], beside: [5] }), located(1, { within: [5], beside: [6] })];
    expect(scoreIn('within', 2, found)).toBe(scoreIn('beside', 2, found));
  });

  test('is higher the more of the query the text contains', () => {
    const found = [
      located(0, { one: [1], two: [1], three: [1] }),
      located(1, { two: [9], three: [9] }),
      located(2, { three: [20] }),
    ];
    const [one, two, three] = ['one', 'two', 'three'].map((id) => scoreIn(id, 3, found));
    expect(three).toBeGreaterThan(two ?? 1);
    expect(two).toBeGreaterThan(one ?? 1);
  });

  test('is higher for the typed word than for another reading', () => {
    const found = [
      located(0, { typed: [1] }),
      located(0, { corrected: [1] }, { quality: 0.62, by: 'spelling' }),
    ];
    expect(scoreIn('typed', 1, found)).toBeGreaterThan(scoreIn('corrected', 1, found));
  });

  test('lists missing words, and those found only in another reading', () => {
    const found = [
      located(0, { a: [1], b: [1] }),
      located(1, { a: [2] }, { quality: 0.6, by: 'spelling' }),
      located(2, { b: [2] }, { by: 'beginning' }),
    ];
    expect(scores(3, found).get('a')).toMatchObject({ missing: [2], rewritten: [1] });
    expect(scores(3, found).get('b')).toMatchObject({ missing: [1], rewritten: [] });
  });

  test('comes with the matching positions, in order', () => {
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

  test('does not exist for any text if nothing occurs', () => {
    expect(scores(2, []).size).toBe(0);
    expect(scores(0, []).size).toBe(0);
  });
});

describe('The combined score of title, headings and body', () => {
  const line = (quality: number): LineMatch => ({
    line: {} as Line,
    quality,
    by: undefined,
    text: '',
    isWhole: true,
  });
  const body = (score: number): TextScore => ({ score, missing: [], rewritten: [], places: [] });
  const part = fc.double({ min: 0, max: 1, noNaN: true });

  test('never decreases with a better heading or body', () => {
    fc.assert(
      fc.property(part, part, part, part, (heading, better, text, fuller) => {
        const [low = 0, high = 0] = [heading, better].sort((one, other) => one - other);
        const [less = 0, more = 0] = [text, fuller].sort((one, other) => one - other);
        expect(scoreOf([line(high)], body(less))).toBeGreaterThanOrEqual(scoreOf([line(low)], body(less)));
        expect(scoreOf([line(low)], body(more))).toBeGreaterThanOrEqual(scoreOf([line(low)], body(less)));
      }),
    );
  });

  test('is 0 if nothing matches', () => {
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

  test('are listed best first, each once', () => {
    expect(rank(text(1, 'ko', 0.3), text(2, 'ko', 0.9), text(1, 'en', 0.2))).toEqual(['2ko', '1ko']);
  });

  test('are matched by the reader’s language if that scores about as well', () => {
    expect(rank(text(1, 'ko', 0.7), text(1, 'en', 1))).toEqual(['1ko']);
    expect(rank(text(1, 'ko', 0.2), text(1, 'en', 1))).toEqual(['1en']);
    expect(rank(text(1, 'en', 1))).toEqual(['1en']);
  });

  test('with equal scores are listed with the reader’s language first', () => {
    const texts = [text(1, 'en', 0.8), text(2, 'ko', 0.8), text(2, 'en', 0.8)];
    for (const order of [texts, [...texts].reverse()]) expect(rank(...order)).toEqual(['2ko', '1en']);
  });

  test('that tie otherwise keep the order of the site', () => {
    expect(rank(text(3, 'ko', 0.5), text(1, 'ko', 0.5), text(2, 'ko', 0.5))).toEqual(['1ko', '2ko', '3ko']);
  });
});
