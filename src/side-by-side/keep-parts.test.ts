import { expect, test } from 'vitest';
import { createTakeApart } from './keep-parts.ts';

test('the last two texts are not taken apart anew, and others are', () => {
  const take = createTakeApart();
  const [one, two] = [take('<p>1</p>', [[0]]), take('<p>2</p>', [[0]])];
  expect(take('<p>1</p>', [[0]])).toBe(one);
  take('<p>3</p>', [[0]]);
  expect(take('<p>1</p>', [[0]])).toBe(one);
  expect(take('<p>2</p>', [[0]])).not.toBe(two);
});

test('the same HTML whose blocks are elsewhere is another text', () => {
  const take = createTakeApart();
  expect(take('<p>1</p>', [[0]])).not.toBe(take('<p>1</p>', [null, [0]]));
});
