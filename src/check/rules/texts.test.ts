import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/content-builder.ts';
import { checkTexts } from './texts.ts';

test('an entry without a text is told of, where the text should begin', async () => {
  expect(checkTexts(await buildLibrary({ 'articles/a/ko.md': sourceText('') }))).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 8,
      column: 1,
      rule: 'text/empty',
      severity: 'warning',
      what: 'Missing text after the front matter',
    },
  ]);
});

test.each(['글', '![막대](./a.png)', '<hr>', '## 제목'])(
  'an entry whose text is %j is let through',
  async (body) => {
    expect(checkTexts(await buildLibrary({ 'articles/a/ko.md': sourceText(body) }))).toEqual([]);
  },
);
