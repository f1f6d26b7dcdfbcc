import { expect, test } from 'vitest';
import { diagnostic } from '../testing/builders.ts';
import { limitReports } from './limit-reports.ts';

test.each([
  [0, []],
  [5, [1, 2, 3, 4, 5]],
  [6, [1, 2, 3, 4, 5, 6]],
  [7, [1, 2, 3, 4, 5, '2 more']],
  [2000, [1, 2, 3, 4, 5, '1,995 more']],
])('of %i diagnostics, the first few are reported and the rest are counted', (count, reported) => {
  const found = Array.from({ length: count }, (_, index) =>
    diagnostic({ line: index + 1, what: String(index + 1) }),
  );
  const limited = limitReports(found, (rest) => `${rest} more`);
  expect(limited.map(({ what }) => what)).toEqual(reported.map(String));
  expect(limited.map(({ line }) => line)).toEqual(limited.map((_, index) => index + 1));
});
