import { expect, test } from 'vitest';
import { findSame } from './counterparts.ts';

test('If both pages have as many blocks, a block has the same index, whatever its words', () => {
  expect(findSame(1, ['가', '나', '다'], ['가', '나 (옛 글)', '다'])).toBe(1);
});

test.each<[string, number, string[], string[], number]>([
  ['is found by its words', 1, ['가', '나'], ['가', '새 문단', '나'], 2],
  ['is found if blocks before it are missing', 2, ['가', '나', '다'], ['다'], 0],
  ['with repeated words is the one with as many before it', 2, ['…', '가', '…'], ['…', '…'], 1],
  ['is not found if its words are nowhere', 0, ['가'], ['나', '다'], -1],
  ['is not found if fewer blocks have its words', 2, ['…', '가', '…'], ['…'], -1],
  ['is not found on an empty page', 0, ['가'], [], -1],
])('If the numbers of blocks differ, a block %s', (_, index, own, there, found) => {
  expect(findSame(index, own, there)).toBe(found);
});
