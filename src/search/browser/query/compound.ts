import { tailQuality } from '../../../korean/index.ts';

/**
 * A word cut into words that a lexicon knows, few and long ones first, or nothing where it can't be: for what was typed
 * without blanks. What inflection has put behind one of them is passed over.
 *
 * @param isTerm whether the lexicon knows a term; of one syllable only few are taken
 * @example
 * cutCompound('음성사서함을', …) // ['음성', '사서함']
 */
export function cutCompound(word: string, isTerm: (term: string) => boolean): readonly string[] | undefined {
  // Cheapest way to read the first so many syllables.
  const ways: (Way | undefined)[] = [{ cost: 0, terms: [] }];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - longestPiece); start < end; start += 1) {
      const before = ways[start];
      const read = before === undefined ? undefined : readPiece(word.slice(start, end), isTerm);
      if (before === undefined || read === undefined) continue;
      const cost = before.cost + read.cost;
      if (cost < (ways[end]?.cost ?? Infinity)) ways[end] = { cost, terms: [...before.terms, read.term] };
    }
  }
  const terms = ways[word.length]?.terms ?? [];
  return terms.length < 2 ? undefined : terms;
}

/** The best way to read some of a word. */
interface Way {
  cost: number;
  terms: readonly string[];
}

/** Syllables of the longest piece: a long term and its josa. */
const longestPiece = 14;

/** A term and what inflection has put behind it. A piece costs 1, and more for each thing that makes it less likely. */
function readPiece(
  piece: string,
  isTerm: (term: string) => boolean,
): { term: string; cost: number } | undefined {
  let read: { term: string; cost: number } | undefined;
  for (let length = piece.length; length > 0; length -= 1) {
    const term = piece.slice(0, length);
    const fit = tailQuality(piece.slice(length));
    if (fit === 0 || !isTerm(term)) continue;
    const cost = 1 + (length === 1 ? 1.5 : 0) + (length < piece.length ? 0.6 / fit : 0);
    if (read === undefined || cost < read.cost) read = { term, cost };
  }
  return read;
}
