import type { Locale } from '../locale/index.ts';

/**
 * Expected number of English characters for each character of a language (c of Gale & Church).
 *
 * Korean: the total length of the English paragraphs divided by that of the Korean ones, over the pairs of the Astro
 * documentation whose blocks have the same kinds in the same order. Measured by `npm run eval:align -- --corpus DIR --measure`.
 */
export const expectedLengthRatio: Readonly<Record<Locale, number>> = { en: 1, ko: 1.657 };

/**
 * Variance of the difference in length, per character of the mean length, in English characters (s² of Gale & Church).
 * Measured on the same pairs by the same command.
 */
export const variancePerCharacter = 3.705;

/** Factors that convert the lengths of two texts to the same unit. */
interface LengthScales {
  source: number;
  target: number;
}

/** The lengths of a text's paragraphs, in characters. */
interface Measured {
  locale: Locale;
  lengths: readonly number[];
}

/**
 * Returns the factors that make the lengths of two texts comparable. The unit is English characters if both languages have
 * been measured; otherwise source characters, by the ratio of the geometric mean lengths of the paragraphs.
 */
export function lengthScales(source: Measured, target: Measured): LengthScales {
  if (source.locale === target.locale) return { source: 1, target: 1 };
  const known = [expectedLengthRatio[source.locale], expectedLengthRatio[target.locale]] as const;
  if (known[0] !== undefined && known[1] !== undefined) return { source: known[0], target: known[1] };
  const ratio = typicalLength(source.lengths) / typicalLength(target.lengths);
  return { source: 1, target: Math.min(maxRatio, Math.max(1 / maxRatio, ratio)) };
}

/** Bound of the estimated ratio, above that of any two scripts: Chinese text is about a third as long as English. */
const maxRatio = 4;

/** Returns the geometric mean, which a single long paragraph does not dominate. */
function typicalLength(lengths: readonly number[]): number {
  const sum = lengths.reduce((total, length) => total + Math.log(Math.max(1, length)), 0);
  return Math.exp(sum / Math.max(1, lengths.length));
}

/** Log-normal distribution of the lengths of blocks of one type: mean and standard deviation of the logarithm. */
interface LengthDistribution {
  mean: number;
  deviation: number;
}

/** Lower bound of the deviation: of a block repeated five hundred times, for example, it would be 0. */
const minDeviation = 0.4;

/** Estimates the distribution of lengths. A prior widens it if there are few of them or they are all alike. */
export function estimateDistribution(lengths: readonly number[]): LengthDistribution {
  const logs = lengths.map((length) => Math.log(length + 1));
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  const deviation = Math.sqrt((squares + 0.5) / (logs.length + 1));
  return { mean, deviation: Math.max(minDeviation, deviation) };
}

/**
 * Lookup tables by integer length: the log-density of a length by chance, minus the log-density of the normal distribution
 * at its mean.
 */
export interface LengthTables {
  /** Table for steps with one block on at least one side. */
  single: Float64Array;
  /** Table for steps with two blocks on both sides, by their combined length. */
  double: Float64Array;
}

/** Tabulates the densities of a distribution of lengths. */
export function tabulateLengths(spread: LengthDistribution): LengthTables {
  const tabulate = (compute: (length: number) => number): Float64Array =>
    Float64Array.from({ length: maxLength + 1 }, (_, length) => compute(length));
  return {
    single: tabulate((mean) => logDensity(mean, spread) + logNormalizer(mean)),
    // The density of two independent lengths, whose boundary is uniformly distributed.
    double: tabulate((mean) => 2 * logDensity(mean / 2, spread) + Math.log(mean + 1) + logNormalizer(mean)),
  };
}

/**
 * Returns the log-likelihood ratio of two lengths: counterparts against unrelated blocks. Counterparts are modeled as by Gale &
 * Church, by a normal distribution of the difference. Dividing by the density of the length makes two long paragraphs of equal
 * length stronger evidence than two short ones.
 */
export function scoreLengths(one: number, other: number, table: Float64Array): number {
  const mean = (one + other) / 2;
  const chance = table[mean < maxLength ? Math.trunc(mean + 0.5) : maxLength] ?? 0;
  const difference = one - other;
  const score = -(difference * difference) / (2 * varianceAt(mean)) - chance;
  return score < minScore ? minScore : score;
}

/** Size of the tables, in characters; longer blocks use the last entry. */
const maxLength = 2000;

/** Lower bound: one pair of counterparts in thirty may differ in length by any amount, as in free translations. */
const minScore = Math.log(1 / 30);

/** Base variance, so that a few characters make no difference in the shortest blocks. */
const baseVariance = 4;

function varianceAt(mean: number): number {
  return variancePerCharacter * mean + baseVariance;
}

function logNormalizer(mean: number): number {
  return Math.log(2 * Math.PI * varianceAt(mean)) / 2;
}

/** Returns the log-density of a length in a log-normal distribution. */
function logDensity(length: number, { mean, deviation }: LengthDistribution): number {
  const log = Math.log(length + 1);
  return -log - Math.log(deviation * Math.sqrt(2 * Math.PI)) - (log - mean) ** 2 / (2 * deviation ** 2);
}
