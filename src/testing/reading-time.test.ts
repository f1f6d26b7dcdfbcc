import path from 'node:path';
import { expect, test } from 'vitest';
import { createLibrary } from '../library/index.ts';
import { folderOf, readingMinutes } from '../model/index.ts';
import { readContent } from '../sources/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const content = await readContent({
  content: path.join(root, 'content'),
  publicFolder: path.join(root, 'public'),
  root,
});
const { texts } = createLibrary(content, '2026-06-01');
const pairs = [...Map.groupBy(texts, ({ file }) => folderOf(file))]
  .filter(([, languages]) => languages.length > 1)
  .map(([folder, languages]) => ({
    folder,
    minutes: languages.map(({ survey }) => readingMinutes(survey.counts)),
  }));

test('there are articles in two languages', () => {
  expect(pairs).not.toEqual([]);
});

test.each(pairs)(
  '$folder has about the same reading time in each language: $minutes minutes',
  ({ minutes }) => {
    const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
    expect(most - least).toBeLessThanOrEqual(Math.max(1, most / 10));
  },
);
