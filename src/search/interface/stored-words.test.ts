import { expect, test } from 'vitest';
import { parseStoredWords } from './stored-words.ts';

const left = JSON.stringify({ at: '/ko/articles/a/#root-cause', words: ['덴마크'] });

test.each<[string, string, string | null, string[]]>([
  ['the page they were stored for', '/ko/articles/a/#root-cause', left, ['덴마크']],
  ['another section', '/ko/articles/a/#costs', left, []],
  ['another page', '/ko/articles/b/#root-cause', left, []],
  ['any page, if nothing was stored', '/ko/articles/a/#root-cause', null, []],
  ['any page, if the stored value is invalid', '/ko/articles/a/', '{"at":"/ko/articles/a/","words":[1]}', []],
])('%s gets only its own words', (_, place, text, words) => {
  expect(parseStoredWords(place, text)).toEqual(words);
});
