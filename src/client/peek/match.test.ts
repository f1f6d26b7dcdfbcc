import { expect, test } from 'vitest';
import { findSame } from './match.ts';

test('Of as many blocks the one in the same place is the same, whatever it says', () => {
  expect(findSame(1, ['가', '나', '다'], ['가', '나 (옛 글)', '다'])).toBe(1);
});

test.each<[string, number, string[], string[], number]>([
  ['is found by its words', 1, ['가', '나'], ['가', '새 문단', '나'], 2],
  ['is found where blocks before it are missing', 2, ['가', '나', '다'], ['다'], 0],
  ['that says the same as earlier ones is the one as many come before', 2, ['…', '가', '…'], ['…', '…'], 1],
  ['is none where its words are nowhere', 0, ['가'], ['나', '다'], -1],
  ['is none where fewer say the same', 2, ['…', '가', '…'], ['…'], -1],
  ['is none on an empty page', 0, ['가'], [], -1],
])('Of more or fewer, a block %s', (_, index, own, there, found) => {
  expect(findSame(index, own, there)).toBe(found);
});
