import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../testing/build-content.ts';
import { formatUnpublished, listUnpublished } from './unpublished.ts';

const dated = (date: string, more = ''): string =>
  sourceText('글').replace(/date: .*/, `date: ${date}${more}`);

test('Articles that are not published yet are listed: drafts by folder, then scheduled ones by day', async () => {
  const library = await buildLibrary({
    'articles/published/ko.md': dated('2020-01-01'),
    'articles/b-draft/ko.md': dated('2020-01-01', '\ndraft: true'),
    'articles/a-draft/ko.md': dated('2999-01-03', '\ndraft: true'),
    'articles/late/ko.md': dated('2999-01-02'),
    'articles/soon/ko.md': dated('2999-01-01'),
  });
  expect(formatUnpublished(listUnpublished(library))).toMatchInlineSnapshot(`
    "Not published yet
      draft      articles/a-draft
      draft      articles/b-draft
      scheduled  articles/soon  2999-01-01
      scheduled  articles/late  2999-01-02"
  `);
});

test('Without such articles nothing is listed', async () => {
  const library = await buildLibrary({ 'articles/a/ko.md': dated('2020-01-01') });
  expect(formatUnpublished(listUnpublished(library))).toBe('');
});
