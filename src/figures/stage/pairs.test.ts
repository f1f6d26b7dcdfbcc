import { describe, expect, test } from 'vitest';
import { parseNumber, parsePairs } from './pairs.ts';

test.each<[string, Record<string, string>]>([
  ['preset=steady&every=5', { preset: 'steady', every: '5' }],
  [' at = 56 ', { at: '56' }],
  ['nat=on&nat=off', { nat: 'off' }],
  ['load=1=2', { load: '1=2' }],
  ['block&at=', { block: '', at: '' }],
  ['constructor=2&__proto__=3', { constructor: '2', ['__proto__']: '3' }],
])('The pairs of “%s” are read by their keys', (pairs, values) => {
  expect([...parsePairs(pairs)]).toEqual(Object.entries(values));
});

describe('A number', () => {
  test.each([
    ['0', 0],
    ['0.5', 0.5],
    ['007', 7],
    ['999999999', 999_999_999],
  ])('is read from “%s”', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  test.each(['', ' 1', '-1', '1e3', '0x10', '.5', '1.', '1,5', 'NaN', 'Infinity', '1234567890'])(
    'is not read from “%s”',
    (text) => {
      expect(parseNumber(text)).toBeNaN();
    },
  );
});
