import { expect, test } from 'vitest';
import { parsePlace } from './stored-place.ts';

const stored = JSON.stringify({ at: '/en/articles/a/', line: 40, marks: [['costs', 40]] });

test('A stored place belongs to one page', () => {
  expect(parsePlace(stored, '/en/articles/a/')).toMatchObject({ line: 40, marks: [['costs', 40]] });
});

test.each<[string, string | null, string]>([
  ['another page', stored, '/en/articles/b/'],
  ['any page if nothing is stored', null, '/en/articles/a/'],
  ['any page if the stored text is not JSON', '{', '/en/articles/a/'],
  ['any page if a mark is malformed', '{"at":"/en/articles/a/","line":1,"marks":[1]}', '/en/articles/a/'],
  ['any page if the line is missing', '{"at":"/en/articles/a/","marks":[]}', '/en/articles/a/'],
])('There is no place for %s', (_, text, pathname) => {
  expect(parsePlace(text, pathname)).toBeUndefined();
});
