import { expect, test } from 'vitest';
import { readPlace } from './handover.ts';

const left = JSON.stringify({ at: '/en/articles/a/', line: 40, marks: [['costs', 40]] });

test('A place is for the page it was left for', () => {
  expect(readPlace(left, '/en/articles/a/')).toMatchObject({ line: 40, marks: [['costs', 40]] });
});

test.each<[string, string | null, string]>([
  ['another page', left, '/en/articles/b/'],
  ['any page, where nothing was left', null, '/en/articles/a/'],
  ['any page, where a text was left that is no JSON', '{', '/en/articles/a/'],
  ['any page, where something odd was', '{"at":"/en/articles/a/","line":1,"marks":[1]}', '/en/articles/a/'],
  ['any page, where the line is missing', '{"at":"/en/articles/a/","marks":[]}', '/en/articles/a/'],
])('%s is given none', (_, text, pathname) => {
  expect(readPlace(text, pathname)).toBeUndefined();
});
