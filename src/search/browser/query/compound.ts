import { suffixScore } from '../../../korean/index.ts';

/**
 * The likeliest ways to cut a word into words that a lexicon knows, few and long ones first, for what was typed without
 * blanks. What inflection has put behind one of them is passed over. Empty where it can't be cut.
 *
 * @param isTerm whether the lexicon knows a term
 * @example
 * cutCompound('음성사서함을', …) // [['음성', '사서함'], …]
 */
export function cutCompound(word: string, isTerm: (term: string) => boolean): (readonly string[])[] {
  // The cheapest ways to read the first so many syllables.
  const ways: Way[][] = [[{ cost: 0, terms: [] }]];
  for (let end = 1; end <= Math.min(word.length, longestWord); end += 1) {
    const found: Way[] = [];
    for (let start = Math.max(0, end - longestPiece); start < end; start += 1) {
      const before = ways[start] ?? [];
      const read = before.length === 0 ? undefined : readPiece(word.slice(start, end), isTerm);
      if (read === undefined) continue;
      for (const way of before) found.push({ cost: way.cost + read.cost, terms: [...way.terms, read.term] });
    }
    ways.push(found.sort((one, other) => one.cost - other.cost).slice(0, mostWays));
  }
  return (ways[word.length] ?? []).map(({ terms }) => terms).filter((terms) => terms.length > 1);
}

/** Ways that are followed: the cheapest may be one that no text has. */
const mostWays = 3;

/** Syllables of the longest word that is cut. */
const longestWord = 40;

/** A way to read some of a word. */
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
    if (!isTerm(term)) continue;
    const fit = suffixScore(piece.slice(length));
    if (fit === 0) continue;
    const cost = 1 + (length === 1 ? 1.5 : 0) + (length < piece.length ? 0.6 / fit : 0);
    if (read === undefined || cost < read.cost) read = { term, cost };
  }
  return read;
}
