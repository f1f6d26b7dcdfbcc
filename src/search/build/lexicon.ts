import type { LexiconTerm } from '../contract/index.ts';
import { toPieceSize } from './piece-size.ts';
import { countTexts, type Postings } from './postings.ts';

/** Returns all terms in order, each with its document frequency. */
export function countTerms({ terms, starts, texts }: Postings): LexiconTerm[] {
  return terms.map((term, number) => ({
    term,
    texts: countTexts(texts, starts[number] ?? 0, starts[number + 1] ?? 0),
  }));
}

/**
 * Splits the lexicon into pieces. A piece holds either Hangul or other terms, because no query word needs both.
 *
 * @param loaded the number of pieces that an ordinary query loads
 * @param coarseness see {@link toPieceSize}
 */
export function splitLexicon(terms: readonly LexiconTerm[], loaded: number, coarseness = 1): LexiconTerm[][] {
  const size = toPieceSize(terms.length, loaded * bytesPerTerm, coarseness);
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

/** Bytes of a term in a piece, compressed. */
const bytesPerTerm = 4.5;
