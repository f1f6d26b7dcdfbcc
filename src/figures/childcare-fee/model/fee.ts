import { annualRates } from './rates.ts';
import type { State } from './state.ts';
import { findLimits, payPercent, stepCount, type Limits } from './subsidy.ts';

/** The bill of a family for its places in a nursery. */
export interface Bill {
  limits: Limits;
  /** Percentage of the full fee that the family’s income asks for. */
  percent: number;
  /** Fee for each child, in kroner a month. */
  fees: readonly number[];
  /** Sum of the fees. */
  total: number;
  /** Sum of the fees of a family with a high income for the same places, in kroner a month. */
  fullTotal: number;
  /** Full fee for one place, in kroner a month. */
  fullFee: number;
  /** Øre of fee per further krone of income: the average over the steps; 0 outside the limits. */
  orePerKrone: number;
  /** The greatest part of the running costs that the family pays, in percent. */
  costShare: number;
}

/**
 * By law, parents pay at most a quarter of the budgeted gross running costs of a place:
 * https://eng.uvm.dk/early-childhood-education-and-care-system/organisation-and-cost
 */
export const maxParentShare = 25;

/**
 * Returns the sibling discount in percent of the fee, by a child’s place in the order of fees: none for the dearest place, half for
 * each other (dagtilbudsloven § 85). It is taken after the income-based subsidy (dagtilbudsbekendtgørelsen § 2).
 */
function siblingDiscount(nth: number): number {
  return nth === 0 ? 0 : 50;
}

/** Computes the bill of a family. */
export function computeBill(state: State): Bill {
  const limits = findLimits(state);
  const percent = payPercent(state.income, limits);
  const fees = listFees(state, percent);
  const [fullFee = 0] = listFees(state, 100);
  const total = sum(fees);
  const fullTotal = sum(listFees(state, 100));
  const isBetween = percent > 0 && percent < 100;
  const places = sum(fees.map((_, nth) => 100 - siblingDiscount(nth))) / 100;
  return {
    limits,
    percent,
    fees,
    total,
    fullTotal,
    fullFee,
    orePerKrone: isBetween ? (annualRates[state.municipality] * places) / limits.step : 0,
    costShare: (maxParentShare * percent * places) / (100 * fees.length),
  };
}

/** Returns the fee of each child, in whole kroner a month. */
function listFees({ municipality, nursery }: State, percent: number): number[] {
  return Array.from({ length: nursery }, (_, nth) =>
    // All factors are whole numbers, so only the division rounds.
    Math.round((annualRates[municipality] * percent * (100 - siblingDiscount(nth))) / (12 * 100 * 100)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** A corner of the staircase: an income a year, and the fee a month from there on. */
export interface Step {
  income: number;
  percent: number;
  total: number;
}

/** Lists the steps of the fee between two incomes: first the fee at the lowest, then each income at which it changes. */
export function listSteps(state: State, min: number, max: number): Step[] {
  const { lower, upper, step } = findLimits(state);
  const edges = Array.from({ length: stepCount }, (_, nth) => lower + nth * step);
  const inside = [...edges, upper].filter((edge) => edge > min && edge <= Math.min(max, upper));
  return [min, ...inside].map((income) => {
    const { percent, total } = computeBill({ ...state, income });
    return { income, percent, total };
  });
}
