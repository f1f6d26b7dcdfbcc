import { describe, expect, test } from 'vitest';
import { toRuns, wholeTerm } from '../contract/index.ts';
import { collectTexts } from './collect-texts.ts';
import { learnPairs } from './pairs.ts';
import type { SearchablePage } from './searchable-site.ts';
import { summarizeText } from './text-summary.ts';

/** Returns a page with a paragraph under each heading. */
function pageOf(locale: string, path: string, sections: Readonly<Record<string, string>>): SearchablePage {
  const blocks = Object.entries(sections).flatMap(([id, text]) => [
    { text: `# ${id}`, heading: { depth: 2, id }, isCode: false },
    { text, heading: undefined, isCode: false },
  ]);
  const text = { title: '', description: '', topics: [], blocks };
  return { locale, path, text: summarizeText(text), read: async () => Promise.resolve(text) };
}

function learn(pages: readonly SearchablePage[]): string[] {
  const { texts, words } = collectTexts(pages);
  const terms = words.map((word) => toRuns(word).map(wholeTerm));
  return learnPairs(texts, terms).map(({ term, texts: percent }) => `${term} ${percent}`);
}

const numbers = Array.from({ length: 20 }, (_, number) => number);

/** Twenty sections, of which five are about waiting and five about a fee. */
function article(path: string): SearchablePage[] {
  const text = (waiting: string, fee: string, other: string): Record<string, string> =>
    Object.fromEntries(
      numbers.map((number) => [
        `s${number}`,
        `${number < 5 ? waiting : ''} ${number >= 10 && number < 15 ? fee : ''} ${other}`,
      ]),
    );
  return [
    pageOf('ko', path, text('대기', '요금', '아이')),
    pageOf('en', path, text('waiting', 'fee', 'child')),
  ];
}

describe('Words of two languages', () => {
  test('are paired if the same passages have them, in both directions', () => {
    expect(learn(article('a/'))).toEqual([
      'fee 요금 100',
      'waiting 대기 100',
      '대기 waiting 100',
      '요금 fee 100',
    ]);
  });

  test('are not paired if they are rare, or not of one article', () => {
    const [ko, en] = article('a/');
    if (ko === undefined || en === undefined) throw new Error('There are two pages');
    expect(learn([ko])).toEqual([]);
    expect(learn([ko, { ...en, path: 'b/' }])).toEqual([]);
    expect(
      learn([
        pageOf('ko', 'a/', { one: '대기', two: '요금' }),
        pageOf('en', 'a/', { one: 'waiting', two: 'fee' }),
      ]),
    ).toEqual([]);
  });

  test('are paired alike, whatever the order of the pages', () => {
    const pages = [...article('a/'), ...article('b/')];
    expect(learn(pages.toReversed())).toEqual(learn(pages));
  });
});
