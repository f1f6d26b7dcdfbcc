import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { computeBill, listSteps } from './fee.ts';
import { annualRates, gentofte, type Municipality } from './rates.ts';
import { presets, ranges } from './state.ts';
import { findLimits } from './subsidy.ts';

const family = presets['half-million'];

describe('In Copenhagen in 2025', () => {
  test.each([
    [208_100, 0],
    [208_101, 200],
    [300_000, 959],
    [500_000, 2_717],
    [646_500, 3_996],
    [750_000, 3_996],
  ])('a couple with one child and %i kr. pays %i kr. a month', (income, fee) => {
    expect(computeBill({ ...family, income }).total).toBe(fee);
  });

  test('a second place costs half, after the subsidy', () => {
    const { percent, fees, total } = computeBill({ ...family, children: 2, nursery: 2 });
    expect(percent).toBe(66);
    expect(fees).toEqual([2_637, 1_319]);
    expect(total).toBe(3_956);
  });

  test('10.4 øre of each krone between the limits go to the fee, and 15.6 with two in nursery', () => {
    expect(computeBill(family).orePerKrone.toFixed(1)).toBe('10.4');
    expect(computeBill({ ...family, children: 2, nursery: 2 }).orePerKrone.toFixed(1)).toBe('15.6');
  });
});

test.each<[Municipality, number]>([
  ['kalundborg', 2_783],
  ['odense', 3_443],
  ['median', 3_730],
  ['aalborg', 3_777],
  ['aarhus', 3_849],
  ['copenhagen', 3_996],
  ['skive', 4_845],
])('The full fee in %s is %i kr. a month', (municipality, fee) => {
  expect(computeBill({ ...family, municipality, income: 750_000 }).total).toBe(fee);
});

test('The fee in Skive is 1.74 times that in Kalundborg', () => {
  expect((annualRates.skive / annualRates.kalundborg).toFixed(2)).toBe('1.74');
});

test('Parents in Gentofte paid exactly a quarter of the running costs in 2020', () => {
  expect(gentofte.parents * 4).toBe(gentofte.parents + gentofte.municipality);
});

describe('For any family', () => {
  test('the fee rises with the income, and is never above the full fee', () => {
    fc.assert(
      fc.property(anyState, fc.integer(ranges.income), (state, other) => {
        const [poorer, richer] = [state.income, other]
          .sort((one, another) => one - another)
          .map((income) => computeBill({ ...state, income }));
        expect(poorer?.total).toBeLessThanOrEqual(richer?.total ?? NaN);
        expect(richer?.total).toBeLessThanOrEqual(richer?.fullTotal ?? NaN);
      }),
    );
  });

  test('it is the percentage of the full fees, rounded to whole kroner for each child', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { percent, fees, total } = computeBill(state);
        const monthly = annualRates[state.municipality] / 12;
        expect(fees).toHaveLength(state.nursery);
        for (const [nth, fee] of fees.entries()) {
          const exact = (monthly * percent * (nth === 0 ? 1 : 0.5)) / 100;
          expect(Math.abs(fee - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
        }
        expect(total).toBe(fees.reduce((sum, fee) => sum + fee, 0));
      }),
    );
  });

  test('its part of the running costs is at most a quarter', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { costShare, percent, total, fullFee } = computeBill(state);
        expect(costShare).toBeLessThanOrEqual(25);
        expect(costShare === 0).toBe(percent === 0);
        // A place costs four full fees at least.
        const share = (100 * total) / (4 * fullFee * state.nursery);
        expect(Math.abs(costShare - share)).toBeLessThan(0.02);
      }),
    );
  });

  test('øre per krone is the slope of the staircase between the first and the last step', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { lower, upper, step } = findLimits(state);
        const { orePerKrone } = computeBill({ ...state, income: lower });
        // 94 steps of one percentage point lead from 5 % to 99 %.
        const [first, last] = [lower, lower + 94 * step].map((income) => computeBill({ ...state, income }));
        const slope = (1200 * ((last?.total ?? NaN) - (first?.total ?? NaN))) / (94 * step);
        expect(Math.abs(orePerKrone - slope)).toBeLessThan(0.01);
        expect(computeBill({ ...state, income: lower - 1 }).orePerKrone).toBe(0);
        expect(computeBill({ ...state, income: upper }).orePerKrone).toBe(0);
      }),
    );
  });

  test('the steps are the incomes at which the percentage changes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { min, max } = ranges.income;
        const steps = listSteps(state, min, max);
        expect(steps[0]?.income).toBe(min);
        for (const { income, percent, total } of steps) {
          const bill = computeBill({ ...state, income });
          expect(bill).toMatchObject({ percent, total });
          if (income > min)
            expect(computeBill({ ...state, income: income - 1 }).percent).toBeLessThan(percent);
        }
        const reached = steps.findLast(({ income }) => income <= state.income);
        expect(computeBill(state)).toMatchObject({ percent: reached?.percent, total: reached?.total });
      }),
    );
  });
});

test('A couple with one child climbs 96 steps: to 5 %, by one to 99 %, and to 100 %', () => {
  const [, ...steps] = listSteps(family, ranges.income.min, ranges.income.max);
  expect(steps.map(({ percent }) => percent)).toEqual(Array.from({ length: 96 }, (_, nth) => nth + 5));
});
