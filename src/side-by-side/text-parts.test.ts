import { expect, test } from 'vitest';
import { createTextParser } from './text-parts.ts';

test('the last two texts are cached, and others are not', () => {
  const parse = createTextParser();
  const [one, two] = [parse('<p>1</p>', [[0]]), parse('<p>2</p>', [[0]])];
  expect(parse('<p>1</p>', [[0]])).toBe(one);
  parse('<p>3</p>', [[0]]);
  expect(parse('<p>1</p>', [[0]])).toBe(one);
  expect(parse('<p>2</p>', [[0]])).not.toBe(two);
});

test('the same HTML with other block paths is not taken from the cache', () => {
  const parse = createTextParser();
  expect(parse('<p>1</p>', [[0]])).not.toBe(parse('<p>1</p>', [null, [0]]));
});
