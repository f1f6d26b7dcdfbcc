import { describe, expect, test } from 'vitest';
import { entry, translation } from '../testing/builders.ts';
import { createEntry, entryId, frontMatterSchema, type EntryKind } from './entry.ts';

const source = { title: '꼬리 지연', description: '평균에 숨는 지연을 다룬다.', date: '2026-11-22' };
const translated = { title: 'Tail latency', description: 'What a mean hides.', translates: { from: 'ko' } };
const page = { title: '소개', description: '이 사이트를 소개한다.' };

describe('Front matter', () => {
  test('of a source needs neither topics nor draft', () => {
    expect(frontMatterSchema('article', source).parse(source)).toEqual({
      ...source,
      topics: [],
      draft: false,
    });
  });

  test('is trimmed around title and description', () => {
    const spaced = { ...page, title: '  소개 ', description: '\n소개한다. ' };
    expect(frontMatterSchema('page', spaced).parse(spaced)).toEqual({
      title: '소개',
      description: '소개한다.',
    });
  });

  test.each<[string, EntryKind, Record<string, unknown>, string]>([
    ['a source without a date', 'article', page, 'date'],
    ['an empty title', 'article', { ...source, title: ' ' }, 'title'],
    ['an empty description', 'page', { ...page, description: '' }, 'description'],
    ['a day that does not exist', 'article', { ...source, date: '2026-02-30' }, 'date'],
    ['an update on no day', 'page', { ...page, updated: 'yesterday' }, 'updated'],
    ['a topic that is a number', 'article', { ...source, topics: ['linux', 7] }, 'topics.1'],
    ['a draft that is a word', 'article', { ...source, draft: 'yes' }, 'draft'],
    ['a date on a single page', 'page', source, ''],
    ['a date on a translation', 'article', { ...translated, date: '2026-11-22' }, ''],
    ['a translation from no language', 'article', { ...translated, translates: {} }, 'translates.from'],
    [
      'a translation from no locale',
      'page',
      { ...translated, translates: { from: 'Korean' } },
      'translates.from',
    ],
  ])('with %s is rejected at that value', (_, kind, data, path) => {
    const { error } = frontMatterSchema(kind, data).safeParse(data);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test('with a wrong date gets a message with the expected format', () => {
    const data = { ...source, date: '2026-02-30' };
    const { error } = frontMatterSchema('article', data).safeParse(data);
    expect(error?.issues[0]?.message).toBe('Unexpected date, expected an existing date as YYYY-MM-DD');
  });

  test.each([null, 'text', ['list']])('that is %j instead of a map is rejected', (data) => {
    expect(frontMatterSchema('article', data).safeParse(data).success).toBe(false);
  });
});

describe('An entry', () => {
  const place = { kind: 'article', slug: 'tail-latency', locale: 'ko' } as const;

  test('that is a source has the facts shared by all languages', () => {
    const { title, description, date } = source;
    const facts = { date, updated: '2026-11-23', topics: ['linux'], draft: true };
    expect(createEntry(place, { ...source, ...facts })).toEqual(entry({ title, description, ...facts }));
  });

  test('that is a translation has only the language it translates, and whether it is kept back', () => {
    const { title, description } = translated;
    expect(createEntry({ ...place, locale: 'en' }, { ...translated, draft: false })).toEqual(
      translation({ title, description }),
    );
  });

  test('that is a single page has no date and no topics and is not a draft', () => {
    expect(createEntry({ ...place, kind: 'page' }, page).role).toEqual({
      type: 'source',
      date: undefined,
      updated: undefined,
      topics: [],
      draft: false,
    });
  });

  test.each<[EntryKind, string]>([
    ['article', 'articles/tail-latency/ko'],
    ['page', 'pages/tail-latency/ko'],
  ])('of kind %s has an id unique in the site: %s', (kind, id) => {
    expect(entryId({ ...place, kind })).toBe(id);
  });
});
