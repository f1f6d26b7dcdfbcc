/** A share, and the bounds within which the true one lies with 95 % confidence. */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** Quantile of the normal distribution that leaves 2.5 % on each side. */
const z = 1.959964;

/**
 * How sure a share is that was counted on few trials, by Wilson’s score interval: unlike the textbook’s ±, it stays within
 * 0 and 1 and says something sensible when every trial went well.
 *
 * E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, Journal of the American
 * Statistical Association 22 (1927), 209–212; recommended for few trials by L. D. Brown, T. T. Cai and A. DasGupta,
 * “Interval estimation for a binomial proportion”, Statistical Science 16 (2001), 101–133.
 *
 * @example
 * wilsonInterval(19, 20) // { share: 0.95, low: 0.764, high: 0.991 }
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { share: NaN, low: 0, high: 1 };
  const share = successes / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const [middle, scale] = [share + z ** 2 / (2 * trials), 1 + z ** 2 / trials];
  return {
    share,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

/** Place of the first of the expected among what was found, from 1; nothing where none of them was. */
export function rankOf(expected: readonly string[], found: readonly string[]): number | undefined {
  const index = found.findIndex((each) => expected.includes(each));
  return index === -1 ? undefined : index + 1;
}

/** How many ranks are within the first `k`, as a share of all. */
export function successAt(k: number, ranks: readonly (number | undefined)[]): Interval {
  return wilsonInterval(ranks.filter((rank) => rank !== undefined && rank <= k).length, ranks.length);
}

/** Mean of 1/rank, where what stands below the tenth place counts as not found. */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  const worth = ranks.map((rank) => (rank === undefined || rank > 10 ? 0 : 1 / rank));
  return worth.reduce((sum, each) => sum + each, 0) / ranks.length;
}

/** The middle of what was measured, and what 95 % of it do not exceed. */
export interface Spread {
  median: number;
  p95: number;
}

/** Median and 95th percentile; nothing where nothing was measured. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  return values.length === 0 ? undefined : { median: percentile(50, values), p95: percentile(95, values) };
}

/** The smallest value that so many percent of all do not exceed: one that was measured, none between two of them. */
export function percentile(percent: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
