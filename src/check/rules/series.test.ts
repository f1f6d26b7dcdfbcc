import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { checkSettingsTexts } from './settings-texts.ts';
import { checkSeries } from './series.ts';

const kettle = 'kettle: { title: { ko: 주전자, en: Kettle } }\n';

test('A series that series.yaml does not define is reported with the line to add, which makes it known', async () => {
  const files = { 'articles/a/ko.md': sourceText('글', 'series: ketle\n') };
  const found = checkSeries(await buildLibrary({ ...files, 'series.yaml': kettle }));
  expect(found).toMatchObject([
    {
      line: 5,
      column: 9,
      rule: 'article/unknown-series',
      what: 'Unknown series `ketle`: did you mean `kettle`?',
    },
  ]);
  const [, line = ''] = /words for readers: `(.*)`/.exec(found[0]?.fix ?? '') ?? [];
  expect(checkSeries(await buildLibrary({ ...files, 'series.yaml': `${kettle}${line}\n` }))).toEqual([]);
  expect(checkSeries(await buildLibrary({ ...files, 'series.yaml': 'kettle: 1\n' }))).toEqual([]);
});

test('A series without a title in a language of the site is a warning', async () => {
  const library = await buildLibrary({
    'series.yaml': 'kettle: { title: { ko: 주전자 }, description: { ko: 글 } }\n',
  });
  expect(checkSettingsTexts(library).map(({ what }) => what)).toEqual([
    'Missing `kettle.title.en`',
    'Missing `kettle.description.en`',
  ]);
});
