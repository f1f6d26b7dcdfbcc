import { expect, test } from 'vitest';
import { buildLibrary } from '../../testing/content-builder.ts';
import { checkTranslations } from './translations.ts';

test('a name or description that a language of the site lacks is told of', async () => {
  const files = {
    'site.yaml':
      'name: { ko: 가 }\ndescription: { en: A }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
    'topics.yaml': 'words:\n  label: { en: Words }\n  description: { ko: 말에 관한 글 }\n',
  };
  const found = checkTranslations(await buildLibrary(files));
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

test('a language that the site does not have is told of, with the one that is meant', async () => {
  const found = checkTranslations(
    await buildLibrary({
      'topics.yaml': 'words:\n  label: { kr: 낱말, en: Words }\n  description: { ko: 말, en: W }\n',
    }),
  );
  expect(found.map(({ what }) => what)).toEqual([
    'Missing `words.label.ko`',
    'Unexpected locale `kr` of `words.label`: did you mean `ko`?',
  ]);
});

test('terms that lack a language are told of', async () => {
  const found = checkTranslations(
    await buildLibrary({
      'glossary.yaml': 'top:\n  ko: top\n  reading: 탑\n  definition: { ko: 도구다. }\n',
    }),
  );
  expect(found.map(({ what }) => what)).toEqual(['Missing `top.en`', 'Missing `top.definition.en`']);
});

test('names that are there in every language are let through', async () => {
  expect(checkTranslations(await buildLibrary({}))).toEqual([]);
});
