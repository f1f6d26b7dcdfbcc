/** A year whose income limits are known. */
export type Year = keyof typeof nationalLimits;

/** The incomes between which a family pays part of the full fee, in kroner a year. */
export interface Limits {
  /** The lowest income that pays anything. */
  lower: number;
  /** The lowest income that pays the full fee. */
  upper: number;
  /** Width of the steps between them: each adds one percentage point. */
  step: number;
}

/** A family as far as its limits depend on it. */
export interface Family {
  /** Number of children under 18 at home, at least 1. */
  children: number;
  parents: 'one' | 'two';
  year: Year;
}

/**
 * Limits of the income-based subsidy (*økonomisk fripladstilskud*) for a couple with one child, and the amount by which both rise
 * for a single parent, in kroner a year.
 *
 * 2025: https://lifeindenmark.borger.dk/family-and-children/day-care/income-based-allowance--sibling-allowance--and-other-allowances
 *
 * 2026: secondary source (`friplads.ts` in the GitHub repository casperjbehrndtz-hue/institutionsguide, which cites the ministry), not
 * confirmed by an official page. All three amounts are 4.8 % higher than in 2025.
 */
export const nationalLimits = {
  2025: { lower: 208_101, upper: 646_500, singleParent: 72_822, isConfirmed: true },
  2026: { lower: 218_101, upper: 677_500, singleParent: 76_317, isConfirmed: false },
} as const;

/** Both limits rise by this amount for each child after the first. Same source as the limits of 2025. */
export const perFurtherChild = 7_000;

/** Steps between the limits: 5 % to 99 %. */
export const stepCount = 95;

/** Returns the limits for a family. */
export function findLimits({ children, parents, year }: Family): Limits {
  const { lower, upper, singleParent } = nationalLimits[year];
  const raise = (children - 1) * perFurtherChild + (parents === 'one' ? singleParent : 0);
  return { lower: lower + raise, upper: upper + raise, step: findStep({ lower, upper }) };
}

/**
 * Returns the width of a step. Municipalities published 3,938 kr. for 2019, 4,024 for 2020 and 4,117 for 2021 (Helsingør, Esbjerg,
 * Randers), which is this quotient.
 */
export function findStep({ lower, upper }: Pick<Limits, 'lower' | 'upper'>): number {
  return Math.round((upper - lower) / stepCount);
}

/**
 * Returns the percentage of the full fee that a family pays: 0 below the lower limit, 5 from there on, one more for each step, and
 * 100 from the upper limit on. The rounded steps do not end exactly at the upper limit, so the last one is a little longer or shorter.
 */
export function payPercent(income: number, { lower, upper, step }: Limits): number {
  if (income < lower) return 0;
  if (income >= upper) return 100;
  return Math.min(99, 5 + Math.floor((income - lower) / step));
}
