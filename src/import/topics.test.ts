import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Topics } from '../model/index.ts';
import { addTopics, assignTopics, type ArticleTags } from './topics.ts';

const locales = ['ko', 'en'];

function tagged(ko: readonly string[], en: readonly string[] = ko): ArticleTags {
  return {
    source: 'ko',
    tags: new Map([
      ['ko', ko],
      ['en', en],
    ]),
  };
}

function topic(ko: string, en = ko): Topics[string] {
  return { label: { ko, en }, description: { ko, en } };
}

function assign(articles: readonly ArticleTags[], existing: Topics = {}) {
  const { idOf, added } = assignTopics(articles, existing, locales);
  return { ids: Object.fromEntries(idOf), added: Object.keys(added), topics: added };
}

describe('Tags become topics:', () => {
  test.each([
    ['guides', 'guides'],
    ['Astro API', 'astro-api'],
    ['integrations-guide', 'integrations-guide'],
    ['Node.js', 'node-js'],
    ['웹 개발', '웹-개발'],
    ['0-introduction', '0-introduction'],
    ['2024', '2024'],
  ])('%s gets the id %s', (tag, id) => {
    expect(assign([tagged([tag])]).ids).toEqual({ [tag]: id });
  });

  test('the id is made from the English tag if the languages have the same number of tags', () => {
    const { ids, topics } = assign([tagged(['측정'], ['Measurement'])]);
    expect(ids).toMatchObject({ 측정: 'measurement' });
    expect(topics.measurement?.label).toEqual({ ko: '측정', en: 'Measurement' });
  });

  test('the most frequent English translation wins', () => {
    const articles = [
      tagged(['측정'], ['Measuring']),
      ...[1, 2].map(() => tagged(['측정'], ['Measurement'])),
    ];
    expect(assign(articles).ids).toMatchObject({ 측정: 'measurement' });
  });

  test('a tag of an English-only article joins the topic that other articles have in Korean', () => {
    const alone: ArticleTags = { source: 'en', tags: new Map([['en', ['Measurement']]]) };
    expect(assign([alone, alone, tagged(['측정'], ['Measurement'])])).toMatchObject({
      ids: { 측정: 'measurement', Measurement: 'measurement' },
      added: ['measurement'],
    });
  });

  test('with different numbers of tags, none are taken for translations', () => {
    expect(assign([tagged(['측정'], ['a', 'b'])]).ids).toEqual({ 측정: '측정' });
  });

  test('names that differ only in punctuation stay two topics', () => {
    expect(assign([tagged(['C++', 'C#'])]).ids).toEqual({ 'C#': 'c', 'C++': 'c-2' });
  });

  test('spellings of one name are one topic', () => {
    expect(assign([tagged(['Web API']), tagged(['web-api'])]).added).toEqual(['web-api']);
  });

  test('a name without letters becomes no topic', () => {
    expect(assign([tagged(['!!!'])])).toMatchObject({ ids: {}, added: [] });
  });

  test('the most used come first', () => {
    expect(assign([tagged(['a', 'b']), tagged(['b'])]).added).toEqual(['b', 'a']);
  });
});

describe('Existing topics', () => {
  test('are found by their id and by their label in any language', () => {
    const existing = { measurement: topic('측정', 'Measuring'), linux: topic('리눅스', 'Linux') };
    expect(assign([tagged(['측정', 'LINUX', 'measurement'])], existing)).toMatchObject({
      ids: { 측정: 'measurement', LINUX: 'linux', measurement: 'measurement' },
      added: [],
    });
  });

  test('are not used for a tag that only shares their id', () => {
    expect(assign([tagged(['C#'])], { c: topic('C++') }).ids).toEqual({ 'C#': 'c-2' });
  });

  test('are found again by a second import of the same tags', () => {
    const articles = [tagged(['C++', 'C#', '측정'], ['C++', 'C#', 'Measurement']), tagged(['a-b'])];
    const first = assign(articles);
    expect(assign(articles, first.topics)).toMatchObject({ ids: first.ids, added: [] });
  });
});

describe('topics.yaml', () => {
  const added = { web: topic('웹', 'Web') };

  test.each([
    ['nothing', ''],
    ['a comment', '# 주제\n'],
    ['topics and comments', '# 주제\na: # 하나\n  label: { ko:   가 }\n\n  description: { ko: 가 }\n# 끝\n'],
    ['no line break at the end', 'a:\n  label: { ko: 가 }\n  description: { ko: 가 }'],
    ['Windows line endings', 'a:\r\n  label: { ko: 가 }\r\n  description: { ko: 가 }\r\n'],
  ])('with %s keeps its text and gains the new topics', (_, text) => {
    const together = addTopics(text, added);
    expect(together.startsWith(text)).toBe(true);
    expect(parse(together)).toEqual({ ...(parse(text) as object | null), ...added });
    expect(together.includes('\n') && together.replaceAll('\r\n', '').includes('\n')).toBe(
      !text.includes('\r'),
    );
  });

  test.each([
    ['in braces', '# 주제\n{ a: { label: { ko: 가 }, description: { ko: 가 } } } # 끝\n'],
    ['with document markers', '---\n# 주제\na: { label: { ko: 가 }, description: { ko: 가 } } # 끝\n...\n'],
  ])('%s is rewritten with its comments', (_, text) => {
    const together = addTopics(text, added);
    expect(parse(together)).toEqual({ ...(parse(text) as object), ...added });
    expect(together).toContain('# 주제');
    expect(together).toContain('# 끝');
  });

  test('stays as it is if nothing is added', () => {
    expect(addTopics('a:   {}', {})).toBe('a:   {}');
  });
});
