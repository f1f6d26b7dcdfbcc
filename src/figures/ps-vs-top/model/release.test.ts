import { expect, test } from 'vitest';
import { releases } from './release.ts';

test('The pauses before the first frame of top are those of the source, in ms', () => {
  expect(Object.fromEntries(releases.map(({ from, pause }) => [from, pause * 10]))).toEqual({
    '3.3.0': 150,
    '3.3.6': 150,
    '4.0.0': 150,
    '4.0.1': 150,
    '4.0.4': 100,
    '4.0.5': 100,
    '4.0.6': 200,
  });
});
