import { expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { checkHeadingLevels } from './heading-levels.ts';

test('a heading that skips a level is reported, with the level that it should have', async () => {
  const library = await buildLibrary({ 'articles/a/ko.md': sourceText('### 가\n\n## 나\n\n#### 다') });
  const found = checkHeadingLevels(library);
  expect(headlines(found)).toEqual([
    'content/articles/a/ko.md:7:1: warning: The heading “가” is of level 3, but a heading of level 2 belongs between it and the one above  heading/skipped-level',
    'content/articles/a/ko.md:11:1: warning: The heading “다” is of level 4, but a heading of level 3 belongs between it and the one above  heading/skipped-level',
  ]);
  expect(found.map(({ fix }) => fix)).toEqual(['Write `## 가`.', 'Write `### 다`.']);
});

test('going down one level, and up any number, is not reported', async () => {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('## 가\n\n### 나\n\n#### 다\n\n## 라\n\n# 마'),
  });
  expect(checkHeadingLevels(library)).toEqual([]);
});
