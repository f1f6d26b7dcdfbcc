import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { findLimits, findStep, payPercent, type Family } from './subsidy.ts';

const couple: Family = { children: 1, parents: 'two', year: 2025 };

function percentAt(income: number, family: Partial<Family> = {}): number {
  return payPercent(income, findLimits({ ...couple, ...family }));
}

describe('In 2025', () => {
  test('the limits for a couple with one child are the official ones', () => {
    expect(findLimits(couple)).toEqual({ lower: 208_101, upper: 646_500, step: 4_615 });
  });

  test.each([
    [208_100, 0],
    [208_101, 5],
    [212_715, 5],
    [212_716, 6],
    [300_000, 24],
    [427_300, 52],
    [500_000, 68],
    [600_000, 89],
    [646_499, 99],
    [646_500, 100],
  ])('a couple with one child and %i kr. pays %i %%', (income, percent) => {
    expect(percentAt(income)).toBe(percent);
  });

  test.each([
    [300_000, 23],
    [427_300, 50],
    [500_000, 66],
    [646_500, 98],
  ])('a couple with two children and %i kr. pays %i %%', (income, percent) => {
    expect(percentAt(income, { children: 2 })).toBe(percent);
  });

  test.each([
    [300_000, 9],
    [500_000, 52],
    [700_000, 95],
  ])('a single parent with one child and %i kr. pays %i %%', (income, percent) => {
    expect(percentAt(income, { parents: 'one' })).toBe(percent);
  });
});

test('The limits reported for 2026 are higher by the same 4.8 %', () => {
  const [before, after] = [findLimits(couple), findLimits({ ...couple, year: 2026 })];
  expect(after).toEqual({ lower: 218_101, upper: 677_500, step: 4_836 });
  for (const name of ['lower', 'upper', 'step'] as const)
    expect(after[name] / before[name]).toBeCloseTo(1.048, 3);
});

test.each([
  // Helsingør; Esbjerg and Randers; Esbjerg and Randers.
  [2019, 177_601, 551_700, 3_938],
  [2020, 181_501, 563_800, 4_024],
  [2021, 185_701, 576_800, 4_117],
])('The step computed for %i is the one that municipalities published', (_year, lower, upper, step) => {
  expect(findStep({ lower, upper })).toBe(step);
});

test('Where the rounded steps end below the upper limit, as in 2020, the last one is longer: 99 % up to the limit', () => {
  const limits = { lower: 181_501, upper: 563_800, step: 4_024 };
  expect(limits.lower + 95 * limits.step).toBeLessThan(limits.upper);
  expect(payPercent(limits.upper - 1, limits)).toBe(99);
  expect(payPercent(limits.upper, limits)).toBe(100);
});

describe('For any family', () => {
  test('the percentage rises with the income, by one from step to step, after a first step of five', () => {
    fc.assert(
      fc.property(anyState, ({ income, ...family }) => {
        const limits = findLimits(family);
        const [here, next] = [payPercent(income, limits), payPercent(income + 1, limits)];
        expect(next - here).toBeGreaterThanOrEqual(0);
        expect(next - here).toBeLessThanOrEqual(here === 0 ? 5 : 1);
      }),
    );
  });

  test('it is 0 to 100, 0 exactly below the lower limit, and 100 exactly from the upper limit on', () => {
    fc.assert(
      fc.property(anyState, ({ income, ...family }) => {
        const { lower, upper, step } = findLimits(family);
        const percent = payPercent(income, { lower, upper, step });
        expect(percent === 0).toBe(income < lower);
        expect(percent === 100).toBe(income >= upper);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('a further child and a single parent count like an income that is lower by 7,000 and 72,822 kr.', () => {
    fc.assert(
      fc.property(anyState, ({ income, children, parents }) => {
        const shifted = income - 7_000 * (children - 1) - (parents === 'one' ? 72_822 : 0);
        expect(percentAt(income, { children, parents })).toBe(percentAt(shifted));
      }),
    );
  });
});
