/** A proportion with its 95 % confidence interval. */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** The 97.5th percentile of the standard normal distribution. */
const z = 1.959964;

/**
 * Computes Wilson’s score interval of a proportion. Unlike the normal approximation (p ± z·SE), it stays within 0 and 1 and
 * is not empty when all trials succeed.
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

/** Returns the rank (from 1) of the first expected item among the results; `undefined` if none was found. */
export function rankOf(expected: readonly string[], found: readonly string[]): number | undefined {
  const index = found.findIndex((each) => expected.includes(each));
  return index === -1 ? undefined : index + 1;
}

/** Returns the proportion of ranks within the first `k`. */
export function successAt(k: number, ranks: readonly (number | undefined)[]): Interval {
  return wilsonInterval(ranks.filter((rank) => rank !== undefined && rank <= k).length, ranks.length);
}

/** Returns the mean reciprocal rank (MRR@10): ranks below the tenth count as not found. */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  const reciprocals = ranks.map((rank) => (rank === undefined || rank > 10 ? 0 : 1 / rank));
  return reciprocals.reduce((sum, each) => sum + each, 0) / ranks.length;
}

/** Median and 95th percentile of measured values. */
export interface Spread {
  median: number;
  p95: number;
}

/** Computes median and 95th percentile; `undefined` for an empty list. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  return values.length === 0 ? undefined : { median: percentile(50, values), p95: percentile(95, values) };
}

/** Computes a percentile by the nearest-rank method, without interpolation: the result is one of the values. */
export function percentile(percent: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
