import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { checkEmptyTexts } from './empty-texts.ts';

test('an entry without a text is reported where the text should begin', async () => {
  expect(checkEmptyTexts(await buildLibrary({ 'articles/a/ko.md': sourceText('') }))).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 8,
      column: 1,
      rule: 'text/empty',
      severity: 'warning',
      what: 'There is no text after the front matter',
    },
  ]);
});

test.each(['글', '![막대](./a.png)', '<hr>', '## 제목'])(
  'an entry whose text is %j is not reported',
  async (body) => {
    expect(checkEmptyTexts(await buildLibrary({ 'articles/a/ko.md': sourceText(body) }))).toEqual([]);
  },
);

test('a draft without a text is not reported', async () => {
  const text = sourceText('', 'draft: true\n');
  expect(checkEmptyTexts(await buildLibrary({ 'articles/a/ko.md': text }))).toEqual([]);
});
