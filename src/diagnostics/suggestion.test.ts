import { expect, test } from 'vitest';
import { findNearest, suggest } from './suggestion.ts';

const keys = ['title', 'description', 'date', 'topics'];

test.each([
  ['tpoics', 'topics'],
  ['Title', 'title'],
  ['descripption', 'description'],
  ['dscrptn', undefined],
  ['author', undefined],
])('the front-matter key closest to “%s” is %s', (word, nearest) => {
  expect(findNearest(word, keys)).toBe(nearest);
});

test('a longer word may differ in a third of its letters', () => {
  expect(findNearest('dscrption', keys)).toBe('description');
  expect(findNearest('dscrpton', keys)).toBeUndefined();
});

test.each([
  ['kr', 'ko'],
  ['EN', 'en'],
  ['fr', undefined],
  ['x', undefined],
  ['', undefined],
])('a word without a correct letter has no suggestion: the locale closest to “%s” is %s', (word, nearest) => {
  expect(findNearest(word, ['ko', 'en'])).toBe(nearest);
});

test('한글 낱말도 한 글자 틀린 것을 알아본다', () => {
  expect(findNearest('꼬리-지엔', ['평균', '꼬리-지연'])).toBe('꼬리-지연');
});

test.each([
  ['tpoics', keys, ': did you mean `topics`?'],
  ['author', ['ko', 'en'], ', expected one of `ko`, `en`'],
  ['author', [], ''],
])('for “%s” with the candidates %j, the message ends with “%s”', (word, candidates, words) => {
  expect(suggest(word, candidates)).toBe(words);
});
