import { expect, test } from 'vitest';
import { buildLibrary } from '../../testing/build-content.ts';
import { checkSettingsTexts } from './settings-texts.ts';

test('a name or description that a language of the site lacks is reported', async () => {
  const files = {
    'site.yaml':
      'name: { ko: 가 }\ndescription: { en: A }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
    'topics.yaml': 'words:\n  label: { en: Words }\n  description: { ko: 말에 관한 글 }\n',
  };
  const found = checkSettingsTexts(await buildLibrary(files));
  expect(found.map(({ file, line, column, what }) => `${file}:${line}:${column}: ${what}`)).toEqual([
    'content/site.yaml:1:7: Missing `name.en`',
    'content/site.yaml:2:14: Missing `description.ko`',
    'content/topics.yaml:2:10: Missing `words.label.ko`',
    'content/topics.yaml:3:16: Missing `words.description.en`',
  ]);
  expect(new Set(found.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
    new Set(['translation/missing-text warning']),
  );
});

test('a language that the site does not have is reported, with the most similar one', async () => {
  const found = checkSettingsTexts(
    await buildLibrary({
      'topics.yaml': 'words:\n  label: { kr: 낱말, en: Words }\n  description: { ko: 말, en: W }\n',
    }),
  );
  expect(found.map(({ what }) => what)).toEqual([
    'Missing `words.label.ko`',
    'Unknown language `kr` of `words.label`: did you mean `ko`?',
  ]);
});

test('terms that lack a language are reported', async () => {
  const found = checkSettingsTexts(
    await buildLibrary({
      'glossary.yaml': 'top:\n  ko: top\n  reading: 탑\n  definition: { ko: 도구다. }\n',
    }),
  );
  expect(found.map(({ what }) => what)).toEqual(['Missing `top.en`', 'Missing `top.definition.en`']);
});

test('names that exist in every language are not reported', async () => {
  expect(checkSettingsTexts(await buildLibrary({}))).toEqual([]);
});
