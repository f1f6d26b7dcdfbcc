import { expect, test } from 'vitest';
import { firstLetter } from './letter.ts';

test.each([
  ['나란히', '나'],
  ['김치 노트'.normalize('NFD'), '김'],
  ['“kim’s notes”', 'K'],
  ['🦊 fox', 'F'],
  ['51번가', '5'],
  ['ßeta', 'ß'],
  ['éclair', 'É'],
  ['…', undefined],
])('the first letter of “%s” is %s', (name, letter) => {
  expect(firstLetter(name)).toBe(letter);
});
