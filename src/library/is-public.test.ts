import { expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../testing/build-content.ts';
import { isPublic } from './is-public.ts';
import { listRootPaths } from './list-root-paths.ts';

const finished = translatedText('A');

test.each([
  ['a finished one is', finished, true],
  ['one with a block to translate is not', translatedText('A\n\n<!-- translate: 나 -->'), false],
  ['one with a heading to translate is not', translatedText('## <!-- translate: 나 -->\n\nA'), false],
  [
    'one whose title is to be translated is not',
    finished.replace('title: Title', 'title: "translate: 제목"'),
    false,
  ],
  ['one that is a draft is not', finished.replace('translates:', 'draft: true\ntranslates:'), false],
  ['an empty one is not', translatedText(''), false],
  [
    'an outdated one that is being revised is',
    translatedText('<!-- revisit: 가 -->\nA\n\n<!-- added: 나 -->'),
    true,
  ],
  ['one that shows a mark as code is', translatedText('```html\n<!-- translate: x -->\n```'), true],
])('Of translations, %s public', async (_, text, expected) => {
  const library = await buildLibrary({ 'articles/a/ko.md': sourceText('가'), 'articles/a/en.md': text });
  expect(library.texts.map((each) => [each.file.locale, isPublic(each)])).toEqual(
    expect.arrayContaining([
      ['ko', true],
      ['en', expected],
    ]),
  );
});

test('No file of a translation that is not public can be linked to, but its article can, in both languages', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('가'),
    'articles/a/en.md': translatedText('<!-- translate: 가 -->'),
  });
  const paths = listRootPaths(library).filter((path) => path.includes('/a'));
  expect(paths.filter((path) => path.includes('articles/a') || path.endsWith('a.png')).sort()).toEqual([
    'en/articles/a/',
    'ko/articles/a.md',
    'ko/articles/a/',
    'og/ko/a.png',
  ]);
});
