import { expect, test } from 'vitest';
import { findShownFolder } from './find-shown-folder.ts';

test.each([
  ['ko/articles/tea/', 'articles/tea'],
  ['en/articles/tea/side-by-side/ko/', 'articles/tea'],
  ['ko/about/', 'pages/about'],
  ['ko/', undefined],
  ['ko/articles/', undefined],
  ['ko/feed.xml', undefined],
  ['', undefined],
])('The page %s shows the text in the folder %s', (name, folder) => {
  expect(findShownFolder(name)).toBe(folder);
});
