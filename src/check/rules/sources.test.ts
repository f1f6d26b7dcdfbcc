import { expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/build-content.ts';
import { checkSources } from './sources.ts';

async function check(files: Files) {
  return checkSources(await buildLibrary(files));
}

test('원문이 둘이면 두 번째 글을 알린다', async () => {
  expect(
    await check({ 'articles/a/en.md': sourceText('A'), 'articles/a/ko.md': sourceText('가') }),
  ).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 1,
      column: 1,
      rule: 'article/second-source',
      severity: 'error',
      what: 'A second source in one folder: en.md is a source, too',
      fix: 'In this file, replace `date`, `topics`, `updated` and `draft` with `translates: { from: en }`. If en.md is the translation, do so there with `from: ko`.',
    },
  ]);
});

test('원문이 없으면 번역이라고 적은 위치를 알린다', async () => {
  expect(await check({ 'articles/a/en.md': translatedText('A') })).toMatchObject([
    {
      file: 'content/articles/a/en.md',
      line: 4,
      column: 13,
      rule: 'article/without-source',
      what: 'No source: the only text of this folder is marked as a translation',
    },
  ]);
});

test('모든 글이 번역이면 한 번만 알린다', async () => {
  const files = { 'articles/a/en.md': translatedText('A'), 'articles/a/ko.md': translatedText('가', 'en') };
  expect(await check(files)).toMatchObject([
    { rule: 'article/without-source', what: expect.stringContaining('every text') as string },
  ]);
});

test('원문을 읽을 수 없으면 그 오류만 알리고, 원문이 없다고 알리지 않는다', async () => {
  const files = { 'articles/a/en.md': translatedText('A'), 'articles/a/ko.md': 'no front matter' };
  expect(await check(files)).toEqual([]);
});

test('번역이 다른 글을 원문으로 적으면 그 값의 위치를 알린다', async () => {
  const files = { 'articles/a/ko.md': sourceText('가'), 'articles/a/en.md': translatedText('A', 'en') };
  expect(await check(files)).toMatchObject([
    {
      file: 'content/articles/a/en.md',
      line: 4,
      column: 21,
      rule: 'article/wrong-source',
      severity: 'error',
      what: 'Wrong source `from: en`: the source of this article is ko.md',
    },
  ]);
});

test('원문 하나와 그 번역이 있으면 아무것도 알리지 않는다', async () => {
  const files = { 'articles/a/ko.md': sourceText('가'), 'articles/a/en.md': translatedText('A') };
  expect(await check(files)).toEqual([]);
});
