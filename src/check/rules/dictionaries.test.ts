import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { checkDictionaries } from './dictionaries.ts';

const settings = (locales: string): string =>
  `name: { ko: 가 }\ndescription: { ko: 나 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [${locales}]\n`;

test('a language without a dictionary is reported where site.yaml names it', async () => {
  const found = await checkDictionaries(await buildLibrary({ 'site.yaml': settings('ko, en, fr') }));
  expect(found).toMatchObject([
    { file: 'content/site.yaml', line: 6, column: 19, rule: 'site/without-dictionary' },
  ]);
  expect(found[0]?.fix).toBe(
    'Add src/locale/dictionaries/fr.ts and src/locale/dictionaries/search/fr.ts, following the files of another language, or remove the locale.',
  );
});

test('languages with a dictionary are not reported', async () => {
  expect(await checkDictionaries(await buildLibrary({ 'site.yaml': settings('en, ko') }))).toEqual([]);
});

test('the words of a figure are needed only where a text places it', async () => {
  const found = await checkDictionaries(
    await buildLibrary({
      'site.yaml': settings('ko, fr'),
      'articles/a/fr.md': sourceText('::figure{name="childcare-fee"}'),
      'articles/b/ko.md': sourceText('::figure{name="ps-vs-top"}'),
    }),
  );
  expect(found[0]?.fix).toContain(
    'fr.ts, src/figures/stage/words/fr.ts, and src/figures/childcare-fee/words/fr.ts, following',
  );
  expect(found[0]?.fix).not.toContain('ps-vs-top');
});
