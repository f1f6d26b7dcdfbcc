import { expect, test } from 'vitest';
import { diagnostic } from '../testing/builders.ts';
import { tellFew } from './few.ts';

test.each([
  [0, []],
  [5, [1, 2, 3, 4, 5]],
  [6, [1, 2, 3, 4, 5, 6]],
  [7, [1, 2, 3, 4, 5, '2 more']],
  [2000, [1, 2, 3, 4, 5, '1,995 more']],
])('of %i mistakes the first few are told, and how many more there are', (count, told) => {
  const found = Array.from({ length: count }, (_, index) =>
    diagnostic({ line: index + 1, what: String(index + 1) }),
  );
  const few = tellFew(found, (left) => `${left} more`);
  expect(few.map(({ what }) => what)).toEqual(told.map(String));
  expect(few.map(({ line }) => line)).toEqual(few.map((_, index) => index + 1));
});
