import { describe, expect, test } from 'vitest';
import { entry, translation } from '../testing/builders.ts';
import {
  createNeighbors,
  foreignLang,
  groupArticles,
  lastChanged,
  publicationStatus,
  resolveEntry,
  sourceEntry,
  type Article,
  type PublicationStatus,
} from './article.ts';
import type { Entry } from './entry.ts';

const locales = ['ko', 'en', 'da'];

describe('An article', () => {
  test('combines all languages of a subject with the facts of the source', () => {
    const [korean, english] = [
      entry({ topics: ['linux'], updated: '2026-11-23', draft: true }),
      translation(),
    ];
    expect(groupArticles([english, korean], locales)).toEqual([
      {
        kind: 'article',
        slug: 'tail-latency',
        source: 'ko',
        date: '2026-11-22',
        updated: '2026-11-23',
        topics: ['linux'],
        draft: true,
        entries: new Map([
          ['ko', korean],
          ['en', english],
        ]),
      },
    ]);
  });

  test('has its languages in the order of the site’s locales, regardless of the source', () => {
    const article = group(entry({ locale: 'da' }), translation(), translation({ locale: 'ko' }));
    expect([...article.entries.keys()]).toEqual(locales);
    expect(article.source).toBe('da');
  });

  test('is distinct from a single page of the same name', () => {
    const grouped = groupArticles([entry(), entry({ kind: 'page' })], locales);
    expect(grouped.map(({ kind }) => kind).sort()).toEqual(['article', 'page']);
  });

  test('without a source is a draft, visible only to its author', () => {
    const [article] = groupArticles([translation()], locales);
    expect(article).toMatchObject({ source: 'en', draft: true });
    expect(article?.date).toBeUndefined();
  });

  test('with two sources uses the first', () => {
    const grouped = groupArticles([entry(), entry({ locale: 'en', date: '2000-01-01' })], locales);
    expect(grouped).toMatchObject([{ source: 'ko', date: '2026-11-22' }]);
  });

  test('is sorted by date, newest first, then by slug', () => {
    const grouped = groupArticles(
      [
        entry({ slug: 'old', date: '2025-12-31' }),
        entry({ slug: 'b' }),
        entry({ slug: 'a' }),
        entry({ slug: 'new', date: '2026-12-01' }),
      ],
      locales,
    );
    expect(grouped.map(({ slug }) => slug)).toEqual(['new', 'a', 'b', 'old']);
  });

  test('last changed on its `updated` day, or else on its `date`', () => {
    expect(lastChanged({ date: '2026-11-22', updated: '2026-11-23' })).toBe('2026-11-23');
    expect(lastChanged({ date: '2026-11-22', updated: undefined })).toBe('2026-11-22');
    expect(lastChanged({ date: undefined, updated: undefined })).toBeUndefined();
  });
});

describe('A reader', () => {
  const article = group(entry(), translation());

  test('is shown the article in their language if it exists', () => {
    const shown = resolveEntry(article, 'en');
    expect(shown).toEqual({ entry: translation(), isFallback: false });
    expect(foreignLang(shown)).toBeUndefined();
  });

  test('is otherwise shown the source, marked with its language', () => {
    const shown = resolveEntry(article, 'da');
    expect(shown).toEqual({ entry: entry(), isFallback: true });
    expect(foreignLang(shown)).toBe('ko');
  });

  test('gets the language as an HTML `lang` value', () => {
    expect(foreignLang({ entry: entry({ locale: 'zh-hant' }), isFallback: true })).toBe('zh-Hant');
  });
});

test('an article without a source entry throws an error', () => {
  expect(() => sourceEntry({ ...group(entry()), source: 'en' })).toThrow('tail-latency');
});

function group(...entries: Entry[]): Article {
  const [article] = groupArticles(entries, locales);
  if (article === undefined) throw new Error('These entries make no article');
  return article;
}

test.each<[string, boolean, string | undefined, PublicationStatus]>([
  ['a draft', true, '2026-11-01', 'draft'],
  ['a draft with a future date', true, '2026-12-01', 'draft'],
  ['an article dated yesterday', false, '2026-11-21', 'published'],
  ['an article dated today', false, '2026-11-22', 'published'],
  ['an article dated tomorrow', false, '2026-11-23', 'scheduled'],
  ['a single page, which has no date,', false, undefined, 'published'],
])('%s (draft: %s, date: %s) is %s on 2026-11-22', (_, draft, date, publication) => {
  expect(publicationStatus({ draft, date }, '2026-11-22')).toBe(publication);
});

const threeArticles = groupArticles(
  ['2026-01-01', '2026-01-02', '2026-01-03'].map((date) => entry({ slug: `of-${date}`, date })),
  ['ko'],
);

test.each([
  ['of-2026-01-03', undefined, 'of-2026-01-02'],
  ['of-2026-01-02', 'of-2026-01-03', 'of-2026-01-01'],
  ['of-2026-01-01', 'of-2026-01-02', undefined],
  ['not-in-the-list', undefined, undefined],
])('the neighbors of %s are the newer %s and the older %s', (slug, newer, older) => {
  const neighbors = createNeighbors(threeArticles)({ slug });
  expect(neighbors.newer?.slug).toBe(newer);
  expect(neighbors.older?.slug).toBe(older);
});

test('the newer neighbor of an article’s older neighbor is the article itself', () => {
  const neighborsOf = createNeighbors(threeArticles);
  for (const article of threeArticles) {
    const { older } = neighborsOf(article);
    if (older !== undefined) expect(neighborsOf(older).newer).toBe(article);
  }
});
