import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../../testing/build-content.ts';
import { checkLeftovers } from './leftovers.ts';

test('syntax that the page shows as typed is reported with the line of the file', async () => {
  const library = await buildLibrary({ 'articles/a/ko.md': sourceText('글\n\n**굵게 [링크](good.md') });
  expect(checkLeftovers(library)).toMatchObject([
    { file: 'content/articles/a/ko.md', line: 9, column: 1, rule: 'emphasis/not-read', severity: 'warning' },
    { file: 'content/articles/a/ko.md', line: 9, column: 6, rule: 'link/not-read', severity: 'warning' },
  ]);
});

test('a merge conflict is an error', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('<<<<<<< HEAD\n가\n=======\n나\n>>>>>>> x'),
  });
  expect(checkLeftovers(library)).toMatchObject([
    { line: 7, column: 1, rule: 'file/conflict', severity: 'error' },
  ]);
});

describe('The fix of a link of a wiki is the address of the text with that', () => {
  const pageText = (body: string): string => sourceText(body).replace(/^date.*\n/m, '');
  const files = {
    'articles/barley-tea/ko.md': sourceText('글'),
    'articles/barley-tea/en.md': translatedText('Text').replace('title: Title', 'title: Barley tea'),
    'articles/only-korean/ko.md': sourceText('글'),
    'articles/b/ko.md': sourceText('글'),
    'pages/about/ko.md': pageText('글').replace('title: 제목', 'title: 소개'),
  };

  test.each([
    ['slug', 'articles/a/ko.md', '[[barley-tea]]', '`[제목](../barley-tea/ko.md)`'],
    ['slug in upper case', 'articles/a/ko.md', '[[Barley-Tea|보리차]]', '`[보리차](../barley-tea/ko.md)`'],
    ['title in any language', 'articles/a/ko.md', '[[Barley Tea]]', '`[제목](../barley-tea/ko.md)`'],
    [
      'slug, in a language that it lacks',
      'articles/b/en.md',
      '[[only-korean]]',
      '`[제목](../only-korean/ko.md)`',
    ],
    ['title of a page', 'articles/a/ko.md', '[[소개]]', '`[소개](../../pages/about/ko.md)`'],
    ['slug, from a page', 'pages/b/ko.md', '[[barley-tea]]', '`[제목](../../articles/barley-tea/ko.md)`'],
  ])('%s', async (_, file, written, fix) => {
    const text = file.startsWith('pages/')
      ? pageText(written)
      : file.endsWith('en.md')
        ? translatedText(written)
        : sourceText(written);
    const library = await buildLibrary({ ...files, [file]: text });
    expect(checkLeftovers(library).map((each) => each.fix)).toEqual([`Write ${fix}.`]);
  });
});
