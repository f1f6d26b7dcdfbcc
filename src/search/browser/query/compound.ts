import { suffixScore } from '../../../korean/index.ts';

/**
 * Splits a word typed without spaces into terms of the lexicon, ignoring suffixes of each. Returns the likeliest splits
 * first: few and long terms. Returns an empty array if there is none.
 *
 * @param isTerm whether the lexicon contains a term
 * @example
 * splitCompound('음성사서함을', …) // [['음성', '사서함'], …]
 */
export function splitCompound(word: string, isTerm: (term: string) => boolean): (readonly string[])[] {
  const splits = splitPrefixes(word, isTerm);
  return (splits[word.length] ?? []).map(({ terms }) => terms).filter((terms) => terms.length > 1);
}

/** Returns the lengths of the prefixes of a word that can be split into terms, shortest first. */
export function splitEnds(word: string, isTerm: (term: string) => boolean): number[] {
  return splitPrefixes(word, isTerm).flatMap((splits, end) => (splits.length > 0 && end > 0 ? [end] : []));
}

/** Returns the cheapest splits of each prefix of a word, by its length in syllables. */
function splitPrefixes(word: string, isTerm: (term: string) => boolean): Split[][] {
  // Dynamic programming.
  const splits: Split[][] = [[{ cost: 0, terms: [] }]];
  for (let end = 1; end <= Math.min(word.length, longestWord); end += 1) {
    const found: Split[] = [];
    for (let start = Math.max(0, end - longestPiece); start < end; start += 1) {
      const before = splits[start] ?? [];
      const read = before.length === 0 ? undefined : readPiece(word.slice(start, end), isTerm);
      if (read === undefined) continue;
      for (const split of before)
        found.push({ cost: split.cost + read.cost, terms: [...split.terms, read.term] });
    }
    splits.push(found.sort((one, other) => one.cost - other.cost).slice(0, maxSplits));
  }
  return splits;
}

/** Number of splits to keep per prefix: the cheapest may occur in no text. */
const maxSplits = 3;

/** Maximum number of syllables in a word to split. */
const longestWord = 40;

/** A split of a prefix of the word. */
interface Split {
  cost: number;
  terms: readonly string[];
}

/** Maximum number of syllables in a piece: a long term with its josa. */
const longestPiece = 14;

/** Reads a piece as a term and a suffix. A piece costs 1, plus a penalty for a short term or an unlikely suffix. */
function readPiece(
  piece: string,
  isTerm: (term: string) => boolean,
): { term: string; cost: number } | undefined {
  let read: { term: string; cost: number } | undefined;
  for (let length = piece.length; length > 0; length -= 1) {
    const term = piece.slice(0, length);
    if (!isTerm(term)) continue;
    const fit = suffixScore(piece.slice(length));
    if (fit === 0) continue;
    const cost = 1 + (length === 1 ? 1.5 : 0) + (length < piece.length ? 0.6 / fit : 0);
    if (read === undefined || cost < read.cost) read = { term, cost };
  }
  return read;
}
