import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { groupArticles, type Article, type Entry } from '../model/index.ts';
import { entry, site, translation } from '../testing/builders.ts';
import { entryToMarkdown } from './raw-markdown.ts';

function articleOf(...entries: Entry[]): Article {
  const [article] = groupArticles(entries, ['ko', 'en']);
  if (article === undefined) throw new Error('These entries are no article');
  return article;
}

/** Parses the front matter and the body of a Markdown file. */
function read(markdown: string): { facts: unknown; body: string | undefined } {
  const [, yaml = '', body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(markdown) ?? [];
  return { facts: parse(yaml), body };
}

describe('An entry as a self-contained Markdown file', () => {
  test('has the facts and the address of a source', () => {
    const source = entry({ topics: ['linux'], updated: '2026-12-01' });
    expect(read(entryToMarkdown(articleOf(source), source, '\n\n## 제목\n\n글\n\n', site()))).toEqual({
      facts: {
        title: '꼬리 지연',
        description: '평균에 숨는 지연을 다룬다.',
        date: '2026-11-22',
        updated: '2026-12-01',
        topics: ['linux'],
        lang: 'ko',
        url: 'https://narani.example/ko/articles/tail-latency/',
      },
      body: '## 제목\n\n글\n',
    });
  });

  test('has the facts that a translation inherits, and the address of its source', () => {
    const english = translation();
    const { facts } = read(
      entryToMarkdown(articleOf(entry({ topics: ['linux'] }), english), english, 'Text', site()),
    );
    expect(facts).toEqual({
      title: 'Tail latency',
      description: '평균에 숨는 지연을 다룬다.',
      date: '2026-11-22',
      topics: ['linux'],
      lang: 'en',
      url: 'https://narani.example/en/articles/tail-latency/',
      translationOf: 'https://narani.example/ko/articles/tail-latency/',
    });
  });

  test.each([
    'a: b # c',
    '“따옴표” "x" \'y\'',
    '- 목록',
    '*별*',
    '여러\n줄',
    '---',
    '2026-01-01',
    'yes',
    '123',
    '{a: b}',
    `긴 ${'제목 '.repeat(60)}끝`,
  ])('keeps the title %j as it is', (title) => {
    const source = entry({ title, description: title });
    const { facts } = read(entryToMarkdown(articleOf(source), source, '글', site()));
    expect(facts).toMatchObject({ title, description: title });
  });
});
