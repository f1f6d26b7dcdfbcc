import { expect, test } from 'vitest';
import { fitExponent, maxQuickExponent, measureQuickly } from './growth.ts';
import { parseOptions } from './options.ts';
import { readers } from './readers.ts';
import { slowPatterns } from './slow-patterns.ts';

// Needs Narani’s own articles, which the tool reads.

test.each(readers)(
  '$name: no input crashes the reader, takes long or gets a wrong answer',
  async ({ share, run }) => {
    const cases = 50 * share;
    expect(await run({ seed: 15, cases })).toEqual({ cases });
  },
  300_000,
);

test('the shares of the readers add up to all cases, of which 5,000 are tried here', () => {
  expect(readers.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test.each(Object.entries(slowPatterns))(
  'the time to parse a text of %s grows as fast as its length',
  async (_, pattern) => {
    expect(fitExponent(await measureQuickly(pattern))).toBeLessThanOrEqual(maxQuickExponent);
  },
);

test('the exponent of quadratic time is 2, and that of noise 0', () => {
  const points = [10, 20, 40, 80].map((length) => ({ length, ms: length ** 2 }));
  expect(fitExponent(points)).toBeCloseTo(2);
  expect(fitExponent(points.map(({ length }) => ({ length, ms: length / 10 })))).toBe(0);
});

test('options are numbers, and names of readers', () => {
  expect(parseOptions(['--seed', '7', '--minutes', '0.5', '--only', 'pcap'], ['pcap'])).toMatchObject({
    seed: 7,
    minutes: 0.5,
    only: ['pcap'],
  });
  expect(() => parseOptions(['--minutes', '0'], [])).toThrow('--minutes 0');
  expect(() => parseOptions(['--only', 'pcpa'], ['pcap'])).toThrow('expected one of pcap');
});
