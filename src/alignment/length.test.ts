import { expect, test } from 'vitest';
import { lengthScales, estimateDistribution, tabulateLengths, scoreLengths } from './length.ts';

test('한국어 한 글자는 영어 한 글자보다 많은 뜻을 담는다', () => {
  const { source, target } = lengthScales({ locale: 'ko', lengths: [] }, { locale: 'en', lengths: [] });
  expect(source / target).toBeCloseTo(1.657);
});

test('the ratio of a language that has not been measured is estimated from the two texts, within bounds', () => {
  const danish = { locale: 'da', lengths: [100, 200, 50] };
  expect(lengthScales({ locale: 'en', lengths: [110, 220, 55] }, danish).target).toBeCloseTo(1.1);
  expect(lengthScales({ locale: 'en', lengths: [9999] }, danish).target).toBe(4);
  expect(lengthScales({ locale: 'en', lengths: [] }, { locale: 'da', lengths: [] }).target).toBe(1);
});

test('two texts in the same language have the same scale', () => {
  const [long, short] = [
    { locale: 'ko', lengths: [900] },
    { locale: 'ko', lengths: [9] },
  ];
  expect(lengthScales(long, short)).toEqual({ source: 1, target: 1 });
});

test('equal lengths raise the score, more so for long blocks; different lengths lower it, within bounds', () => {
  const { single } = tabulateLengths(estimateDistribution([10, 30, 50, 90, 120, 300, 40, 200]));
  expect(scoreLengths(50, 50, single)).toBeGreaterThan(0);
  expect(scoreLengths(300, 300, single)).toBeGreaterThan(scoreLengths(50, 50, single));
  expect(scoreLengths(50, 90, single)).toBeLessThan(0);
  expect(scoreLengths(5, 5000, single)).toBeCloseTo(Math.log(1 / 30));
});
