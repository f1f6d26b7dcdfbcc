import type { LexiconTerm } from '../contract/index.ts';
import { countTexts, type Postings } from './postings.ts';

/** Returns all terms in order, each with its document frequency. */
export function countTerms({ terms, starts, texts }: Postings): LexiconTerm[] {
  return terms.map((term, number) => ({
    term,
    texts: countTexts(texts, starts[number] ?? 0, starts[number + 1] ?? 0),
  }));
}

/** Splits the lexicon into pieces. A piece holds either Hangul or other terms, because no query word needs both. */
export function splitLexicon(terms: readonly LexiconTerm[]): LexiconTerm[][] {
  const size = pieceSize(terms.length);
  const pieces: LexiconTerm[][] = [];
  for (const each of terms) {
    const piece = pieces.at(-1);
    const first = piece?.[0]?.term;
    const isFull = piece === undefined || piece.length >= size || (each.term >= '가' && (first ?? '') < '가');
    if (isFull) pieces.push([each]);
    else piece.push(each);
  }
  return pieces;
}

/**
 * Returns the number of terms in a piece. A first query loads the manifest, which names all pieces (some 14 bytes each), and some four
 * pieces (some 4 bytes a term): the sum is smallest for a size that grows with the square root of the number of terms.
 */
function pieceSize(terms: number): number {
  return Math.max(300, Math.round(Math.sqrt(terms * (14 / 16))));
}
