import { expect, test } from 'vitest';
import { listSounds } from './sounds.ts';

const lexicon = [
  { term: 'docker', texts: 1 },
  { term: 'v3.0', texts: 4 },
  { term: '꽃밭', texts: 9 },
  { term: '도커', texts: 2 },
  { term: '클로저', texts: 1 },
  { term: '장고', texts: 1 },
];

test('Terms are listed by their sound if a loanword can be written so, and if they are frequent or in a title', () => {
  const listed = listSounds(lexicon, new Set(['클로저']));
  expect(listed.map(({ term }) => term)).toEqual(['TK docker', 'TKL docker', 'kls 클로저', 'tk 도커']);
});

test('The list does not depend on the order of the terms', () => {
  expect(listSounds(lexicon.toReversed(), new Set())).toEqual(listSounds(lexicon, new Set()));
});

test('A plural is listed as its singular, too, unless the list has that itself', () => {
  const terms = (...words: string[]): string[] =>
    listSounds(
      words.map((term) => ({ term, texts: 1 })),
      new Set(),
    ).map(({ term }) => term);
  expect(terms('actions')).toEqual(['VKSN actions', 'VKSNS actions']);
  expect(terms('action', 'actions')).toEqual(['VKSN action', 'VKSNS actions']);
});
