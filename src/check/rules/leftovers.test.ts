import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { checkLeftovers } from './leftovers.ts';

test('syntax that the page shows as typed is reported with the line of the file', async () => {
  const library = await buildLibrary({ 'articles/a/ko.md': sourceText('글\n\n**굵게 [링크](good.md') });
  expect(checkLeftovers(library)).toMatchObject([
    { file: 'content/articles/a/ko.md', line: 9, column: 1, rule: 'emphasis/not-read', severity: 'warning' },
    { file: 'content/articles/a/ko.md', line: 9, column: 6, rule: 'link/not-read', severity: 'warning' },
  ]);
});

test('a merge conflict is an error', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('<<<<<<< HEAD\n가\n=======\n나\n>>>>>>> x'),
  });
  expect(checkLeftovers(library)).toMatchObject([
    { line: 7, column: 1, rule: 'file/conflict', severity: 'error' },
  ]);
});
