import type { LexiconTerm } from '../contract/index.ts';
import { countTexts, type Postings } from './postings.ts';

/** Returns all terms in order, each with its document frequency. */
export function countTerms({ terms, starts, texts }: Postings): LexiconTerm[] {
  return terms.map((term, number) => ({
    term,
    texts: countTexts(texts, starts[number] ?? 0, starts[number + 1] ?? 0),
  }));
}

/** Maximum number of terms in a chunk of the lexicon: a little more than 1 KB compressed. */
const chunkSize = 300;

/** Splits the lexicon into chunks. A chunk holds either Hangul or other terms, because no query word needs both. */
export function splitLexicon(terms: readonly LexiconTerm[]): LexiconTerm[][] {
  const chunks: LexiconTerm[][] = [];
  for (const each of terms) {
    const chunk = chunks.at(-1);
    const first = chunk?.[0]?.term;
    const isFull =
      chunk === undefined || chunk.length >= chunkSize || (each.term >= '가' && (first ?? '') < '가');
    if (isFull) chunks.push([each]);
    else chunk.push(each);
  }
  return chunks;
}
