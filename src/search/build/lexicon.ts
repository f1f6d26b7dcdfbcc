import type { LexiconTerm } from '../contract/index.ts';

/** Returns all terms of the texts in order, each with its document frequency. */
export function countTerms(texts: readonly (readonly (readonly string[])[])[]): LexiconTerm[] {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const term of new Set(words.flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .map(([term, count]) => ({ term, texts: count }))
    .sort((one, other) => (one.term < other.term ? -1 : 1));
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
