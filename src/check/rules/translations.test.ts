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
  expect(found.map(({ what }) => what)).toEqual([
    'Missing `name.en`',
    'Missing `description.ko`',
    'Missing `words.label.ko`',
    'Missing `words.description.en`',
  ]);
  expect(found).toMatchObject(
    found.map(() => ({ rule: 'translation/missing-text', severity: 'warning', line: 1, column: 1 })),
  );
});

test('names that are there in every language are let through', async () => {
  expect(checkTranslations(await buildLibrary({}))).toEqual([]);
});
