import type { Locale } from '../locale/index.ts';

/**
 * How many letters of English say what one letter of a language says.
 *
 * Korean: letters of all English paragraphs over letters of all Korean ones (c of Gale & Church), in the pairs of the Astro
 * documentation whose blocks are the same in kind and order. `npm run eval:align -- --corpus DIR --measure` measures it.
 */
export const lettersPerLetter: Readonly<Record<Locale, number>> = { en: 1, ko: 1.657 };

/**
 * Variance of the difference in length for each letter of the mean of both, in letters of English (s² of Gale & Church).
 * Measured on the same pairs by the same command.
 */
export const variancePerLetter = 3.705;

/** What a language’s letters count where it and another are compared: both in the same unit. */
export interface LetterScales {
  source: number;
  target: number;
}

/** A text of which only the lengths of its paragraphs count. */
interface Measured {
  locale: Locale;
  lengths: readonly number[];
}

/**
 * In what unit the lengths of two texts compare: letters of English where both languages have been measured, else letters of
 * the source, by how long the paragraphs of both are on average.
 */
export function letterScales(source: Measured, target: Measured): LetterScales {
  if (source.locale === target.locale) return { source: 1, target: 1 };
  const known = [lettersPerLetter[source.locale], lettersPerLetter[target.locale]] as const;
  if (known[0] !== undefined && known[1] !== undefined) return { source: known[0], target: known[1] };
  const ratio = typicalLength(source.lengths) / typicalLength(target.lengths);
  return { source: 1, target: Math.min(most, Math.max(1 / most, ratio)) };
}

/** More than any two scripts differ by: Chinese is about a third as long as English. */
const most = 4;

/** By the logarithm, so that neither one long paragraph nor how many there are decides. */
function typicalLength(lengths: readonly number[]): number {
  const sum = lengths.reduce((total, length) => total + Math.log(Math.max(1, length)), 0);
  return Math.exp(sum / Math.max(1, lengths.length));
}

/** How lengths of blocks of one type are spread in two texts: the logarithm’s mean and deviation. */
export interface LengthSpread {
  mean: number;
  deviation: number;
}

/** Less spread than this, as where one block stands five hundred times, says nothing of how long a block may be. */
const leastDeviation = 0.4;

/** The spread of some lengths. With few of them, or all alike, it is taken for wider than it looks. */
export function spreadOf(lengths: readonly number[]): LengthSpread {
  const logs = lengths.map((length) => Math.log(length + 1));
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  const deviation = Math.sqrt((squares + 0.5) / (logs.length + 1));
  return { mean, deviation: Math.max(leastDeviation, deviation) };
}

/** What chance has to say of lengths, by the whole length: the logarithm of how usual it is, less what a normal distribution has at its top. */
export interface LengthTables {
  /** Of a block on either side. */
  single: Float64Array;
  /** Of two blocks on both sides, by the length of both together. */
  double: Float64Array;
}

/** Work out how usual lengths are in two texts whose lengths are spread like this. */
export function tabulateLengths(spread: LengthSpread): LengthTables {
  const tabulate = (workOut: (length: number) => number): Float64Array =>
    Float64Array.from({ length: longest + 1 }, (_, length) => workOut(length));
  return {
    single: tabulate((mean) => logUsual(mean, spread) + logNormalisation(mean)),
    // Of two blocks each is usual or not by itself; where the one ends is anywhere in both.
    double: tabulate((mean) => 2 * logUsual(mean / 2, spread) + Math.log(mean + 1) + logNormalisation(mean)),
  };
}

/**
 * How much likelier two lengths are of pieces that say the same than of any two: the logarithm of the ratio. Lengths are compared
 * as Gale & Church do, by a normal distribution of their difference; and that is set against how usual such a length is among
 * the blocks of both texts, so that two long paragraphs of one length say more than two short ones.
 */
export function weighLengths(one: number, other: number, table: Float64Array): number {
  const mean = (one + other) / 2;
  const chance = table[mean < longest ? Math.trunc(mean + 0.5) : longest] ?? 0;
  const difference = one - other;
  const evidence = -(difference * difference) / (2 * varianceAt(mean)) - chance;
  return evidence < leastEvidence ? leastEvidence : evidence;
}

/** Longer blocks count as these do; it bounds the tables. */
const longest = 2000;

/** However lengths differ, one time in thirty they do so although the pieces say the same: one says more, or is freer. */
const leastEvidence = Math.log(1 / 30);

/** Some letters more or less are nothing, even in the shortest of blocks. */
const slack = 4;

function varianceAt(mean: number): number {
  return variancePerLetter * mean + slack;
}

function logNormalisation(mean: number): number {
  return Math.log(2 * Math.PI * varianceAt(mean)) / 2;
}

/** Logarithm of the density of a length, taken for log-normal. */
function logUsual(length: number, { mean, deviation }: LengthSpread): number {
  const log = Math.log(length + 1);
  return -log - Math.log(deviation * Math.sqrt(2 * Math.PI)) - (log - mean) ** 2 / (2 * deviation ** 2);
}
