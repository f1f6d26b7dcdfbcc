import type { LexiconTerm } from '../contract/index.ts';

/** All terms of texts in order, each with the number of texts that hold it. */
export function countTerms(texts: readonly (readonly (readonly string[])[])[]): LexiconTerm[] {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const term of new Set(words.flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .map(([term, count]) => ({ term, texts: count }))
    .sort((one, other) => (one.term < other.term ? -1 : 1));
}

/** Terms that a piece of the lexicon holds at most: little more than a KB as it travels. */
const pieceSize = 300;

/** The lexicon in pieces. Hangul and what is no Hangul don't share one, as no query word needs both. */
export function cutLexicon(terms: readonly LexiconTerm[]): LexiconTerm[][] {
  const pieces: LexiconTerm[][] = [];
  for (const each of terms) {
    const piece = pieces.at(-1);
    const first = piece?.[0]?.term;
    const isFull =
      piece === undefined || piece.length >= pieceSize || (each.term >= '가' && (first ?? '') < '가');
    if (isFull) pieces.push([each]);
    else piece.push(each);
  }
  return pieces;
}
