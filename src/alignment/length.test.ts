import { expect, test } from 'vitest';
import { letterScales, spreadOf, tabulateLengths, weighLengths } from './length.ts';

test('한국어 한 글자는 영어 한 글자보다 많이 말한다', () => {
  const { source, target } = letterScales({ locale: 'ko', lengths: [] }, { locale: 'en', lengths: [] });
  expect(source / target).toBeCloseTo(1.657);
});

test('of a language that has not been measured the two texts themselves tell, within bounds', () => {
  const danish = { locale: 'da', lengths: [100, 200, 50] };
  expect(letterScales({ locale: 'en', lengths: [110, 220, 55] }, danish).target).toBeCloseTo(1.1);
  expect(letterScales({ locale: 'en', lengths: [9999] }, danish).target).toBe(4);
  expect(letterScales({ locale: 'en', lengths: [] }, { locale: 'da', lengths: [] }).target).toBe(1);
});

test('one language is as long as itself', () => {
  const [long, short] = [
    { locale: 'ko', lengths: [900] },
    { locale: 'ko', lengths: [9] },
  ];
  expect(letterScales(long, short)).toEqual({ source: 1, target: 1 });
});

test('equal lengths speak for two blocks, the more the longer they are; unlike ones against them, within bounds', () => {
  const { single } = tabulateLengths(spreadOf([10, 30, 50, 90, 120, 300, 40, 200]));
  expect(weighLengths(50, 50, single)).toBeGreaterThan(0);
  expect(weighLengths(300, 300, single)).toBeGreaterThan(weighLengths(50, 50, single));
  expect(weighLengths(50, 90, single)).toBeLessThan(0);
  expect(weighLengths(5, 5000, single)).toBeCloseTo(Math.log(1 / 30));
});
