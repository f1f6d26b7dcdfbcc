import { describe, expect, test } from 'vitest';
import { digestModel } from '../build/index.ts';
import { entry, mark, site, storedEntry, translation } from '../testing/builders.ts';
import type { LoadedSite, StoredEntry } from '../texts/index.ts';
import { listPages } from './list-pages.ts';
import { groupContent } from './site-content.ts';

const topics = {
  linux: { label: { ko: '리눅스', en: 'Linux' }, description: { ko: '리눅스', en: 'Linux' } },
  empty: { label: { ko: '빈', en: 'Empty' }, description: { ko: '빈', en: 'Empty' } },
};

const old = entry({ slug: 'old', date: '2026-01-01', topics: ['linux'] });
const middle = entry({ slug: 'middle', date: '2026-02-01' });
const recent = entry({ slug: 'recent', date: '2026-03-01', topics: ['linux'] });
const about = entry({ kind: 'page', slug: 'about', title: '소개', date: '2026-01-01' });
const middleInEnglish = translation({ slug: 'middle' });

/** The texts of a small site: three articles, of which the middle one has two languages, and a single page. */
const texts = [old, middle, middleInEnglish, recent, about].map((each) => storedEntry(each));

function list(
  entries: readonly StoredEntry[],
  isPreview = false,
  diagnostics: LoadedSite['diagnostics'] = [],
) {
  const settings = { site: site({ base: '/kb/' }), topics, today: '2026-06-01' as const, isPreview };
  return listPages(groupContent({ settings, entries, diagnostics }, mark()));
}

/** Returns the files of the pages whose model a change of one text changes. */
function changedBy(id: string, fields: Partial<StoredEntry>): string[] {
  const after = texts.map((each) => (each.id === id ? { ...each, ...fields } : each));
  const before = new Map(list(texts).map(({ file, model }) => [file, digestModel(model)]));
  return list(after).flatMap(({ file, model }) => (before.get(file) === digestModel(model) ? [] : [file]));
}

/** Returns a model as JSON can represent it. */
function digestable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner)),
  );
}

test('Every page has an address and a file of its own', () => {
  const pages = list(texts);
  expect(pages.map(({ file }) => file).slice(0, 8)).toEqual([
    'index.html',
    '404.html',
    'ko/404.html',
    'en/404.html',
    'ko/index.html',
    'ko/articles/index.html',
    'ko/articles/recent/index.html',
    'ko/articles/middle/index.html',
  ]);
  expect(pages.find(({ file }) => file === 'en/articles/middle/side-by-side/ko/index.html')?.href).toBe(
    '/kb/en/articles/middle/side-by-side/ko/',
  );
  for (const property of ['href', 'file'] as const)
    expect(new Set(pages.map((page) => page[property])).size).toBe(pages.length);
});

describe('A translation that is not public', () => {
  const unfinished = texts.map((each) => ({ ...each, isPublic: each.locale !== 'en' }));

  test('has no page: readers get the source, and nothing names the translation', () => {
    const pages = list(unfinished);
    expect(pages.filter(({ file }) => file.includes('side-by-side'))).toEqual([]);
    expect(pages.find(({ file }) => file === 'en/articles/middle/index.html')?.model).toMatchObject({
      entry: { locale: 'ko' },
      isFallback: true,
    });
    expect(JSON.stringify(pages.map(({ model }) => digestable(model)))).not.toContain(middleInEnglish.title);
  });

  test('is shown in a preview', () => {
    const page = list(unfinished, true).find(({ file }) => file === 'en/articles/middle/index.html');
    expect(page?.model).toMatchObject({ entry: { locale: 'en', isPublic: false }, isFallback: false });
  });
});

test('Every page of a preview has the problems of all texts, with their pages; pages of a build have none', () => {
  const problem = {
    line: 1,
    column: 1,
    rule: 'a/b',
    severity: 'error',
    what: 'A',
    why: 'B.',
    fix: 'C.',
  } as const;
  const diagnostics = [
    { ...problem, file: 'content/articles/middle/en.md' },
    { ...problem, file: 'content/site.yaml' },
  ];
  const hrefsOf = (isPreview: boolean) =>
    list(texts, isPreview, diagnostics).map(({ model }) => model.settings.problems.map(({ href }) => href));
  expect(new Set(hrefsOf(true).map(String))).toEqual(
    new Set([String(['/kb/en/articles/middle/', undefined])]),
  );
  expect(hrefsOf(false).flat()).toEqual([]);
});

test('A preview lists drafts and scheduled articles', () => {
  const draft = storedEntry(entry({ slug: 'draft', draft: true }));
  const scheduled = storedEntry(entry({ slug: 'scheduled', date: '2026-12-01' }));
  const page = list([...texts, draft, scheduled], true).find(({ model }) => model.type === 'translations');
  expect(page?.model).toMatchObject({
    unpublished: [
      { slug: 'scheduled', state: 'scheduled' },
      { slug: 'draft', state: 'draft' },
    ],
  });
});

test('A model is plain data: as JSON it loses nothing but the type of its maps', () => {
  for (const { model } of list(texts)) {
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) expect(typeof value).not.toBe('function');
      else if (value instanceof Map) [...value].flat().forEach(walk);
      else {
        expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
        Object.values(value).forEach(walk);
      }
    };
    walk(model);
  }
});

describe('A change of a text changes only the pages that show it:', () => {
  test('of its body, its own pages', () => {
    expect(changedBy('articles/old/ko', { content: 'another' })).toEqual([
      'ko/articles/old/index.html',
      // The fallback for readers of English.
      'en/articles/old/index.html',
    ]);
    expect(changedBy('articles/middle/en', { content: 'another' })).toEqual([
      'ko/articles/middle/side-by-side/en/index.html',
      'en/articles/middle/index.html',
      'en/articles/middle/side-by-side/ko/index.html',
    ]);
  });

  test('of its title, also lists, neighbors and pages of its topics', () => {
    const changed = changedBy('articles/old/ko', { title: '새 제목' });
    expect(changed).toEqual(
      expect.arrayContaining([
        'ko/index.html',
        'ko/articles/index.html',
        'ko/articles/middle/index.html',
        'ko/topics/index.html',
        'ko/topics/linux/index.html',
        'ko/articles/recent/index.html',
      ]),
    );
    expect(changed).not.toContain('ko/topics/empty/index.html');
    expect(changed).not.toContain('ko/about/index.html');
    expect(changed).not.toContain('ko/articles/middle/side-by-side/en/index.html');
  });

  test('of its links, the pages of articles that become related', () => {
    expect(changedBy('articles/old/ko', { linksTo: ['middle'] })).toEqual([
      'ko/articles/middle/index.html',
      'ko/articles/old/index.html',
      'en/articles/middle/index.html',
      'en/articles/old/index.html',
    ]);
  });

  test('of what no page shows, none', () => {
    expect(changedBy('articles/old/ko', { blockLines: [7], addresses: [{ start: 1, end: 2 }] })).toEqual([]);
  });

  test('of the title of a single page, all with a header', () => {
    expect(changedBy('pages/about/ko', { title: '새 소개' })).toHaveLength(list(texts).length);
  });
});

test('An article of a series has its place and all parts, oldest first; a change of the series changes no other page', () => {
  const series = { kettle: { title: { ko: '주전자', en: 'Kettle' } } };
  const parts = ['2026-01-05', '2026-01-03'].map((date, index) =>
    storedEntry(entry({ slug: `part-${index}`, date, series: 'kettle' })),
  );
  const listWith = (given: typeof series) => {
    const settings = {
      site: site(),
      topics: {},
      series: given,
      today: '2026-06-01' as const,
      isPreview: false,
    };
    return listPages(groupContent({ settings, entries: [...texts, ...parts], diagnostics: [] }, mark()));
  };
  const pages = listWith(series);
  const seriesOf = (file: string) => {
    const model = pages.find((page) => page.file === file)?.model;
    return model?.type === 'article' ? model.series : undefined;
  };
  expect(seriesOf('en/articles/part-0/index.html')).toMatchObject({
    title: { ko: '주전자' },
    place: 2,
    parts: [{ slug: 'part-1' }, { slug: 'part-0' }],
  });
  expect(seriesOf('ko/articles/old/index.html')).toBe(undefined);
  const before = new Map(pages.map(({ file, model }) => [file, digestModel(model)]));
  const after = listWith({ kettle: { title: { ko: '새 주전자', en: 'Kettle' } } });
  const changed = after.flatMap(({ file, model }) => (before.get(file) === digestModel(model) ? [] : [file]));
  expect(changed.every((file) => /articles\/part-\d\/index\.html$/.test(file))).toBe(true);
  expect(changed).toHaveLength(4);
});

test('Drafts, scheduled articles and the overview of translations have pages in a preview only', () => {
  const draft = storedEntry(entry({ slug: 'draft', draft: true }));
  const scheduled = storedEntry(entry({ slug: 'scheduled', date: '2100-01-01' }));
  const files = (isPreview: boolean): string[] =>
    list([...texts, draft, scheduled], isPreview).map(({ file }) => file);
  const own = [
    'ko/articles/draft/index.html',
    'ko/articles/scheduled/index.html',
    'ko/translations/index.html',
  ];
  expect(files(true)).toEqual(expect.arrayContaining(own));
  for (const file of own) expect(files(false)).not.toContain(file);
});

test('An article that links to another is among its backlinks, not among its related articles', () => {
  const linked = texts.map((each) => (each.slug === 'recent' ? { ...each, linksTo: ['old'] } : each));
  const page = list(linked).find(({ file }) => file === 'ko/articles/old/index.html');
  expect(page?.model).toMatchObject({
    related: [],
    backlinks: { newest: [{ article: { slug: 'recent' } }] },
  });
  const other = list(linked).find(({ file }) => file === 'ko/articles/recent/index.html');
  expect(other?.model).toMatchObject({ related: [{ slug: 'old' }], backlinks: { newest: [] } });
});
