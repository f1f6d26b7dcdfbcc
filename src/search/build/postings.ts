/** An inverted index: where each term occurs. */
export interface Postings {
  /** All terms, in order. */
  terms: readonly string[];
  /** For each term, the index of its first occurrence below; then the number of all occurrences. */
  starts: Uint32Array;
  /** For each occurrence, ordered by term, text and place: the number of the text. */
  texts: Uint32Array;
  /** For each occurrence: the number of the word in the text. */
  places: Uint32Array;
}

/**
 * Inverts texts by a counting sort, in time proportional to their length.
 *
 * @param texts the numbers of the words of each text, in order
 * @param termsOf the terms of each word, by its number; each at most once
 */
export function invertTexts(
  texts: readonly Uint32Array[],
  termsOf: readonly (readonly string[])[],
): Postings {
  const terms = [...new Set(termsOf.flat())].sort();
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const wordTerms = termsOf.map((all) => Uint32Array.from(all, (term) => numbers.get(term) ?? 0));
  const starts = countOccurrences(texts, wordTerms, terms.length);
  const total = starts[terms.length] ?? 0;
  const postings = { terms, starts, texts: new Uint32Array(total), places: new Uint32Array(total) };
  const next = starts.slice();
  for (const [text, words] of texts.entries()) {
    for (let place = 0; place < words.length; place += 1) {
      for (const term of wordTerms[words[place] ?? 0] ?? []) {
        const at = next[term] ?? 0;
        postings.texts[at] = text;
        postings.places[at] = place;
        next[term] = at + 1;
      }
    }
  }
  return postings;
}

/** Returns the index at which the occurrences of each term start, then the number of all. */
function countOccurrences(
  texts: readonly Uint32Array[],
  wordTerms: readonly Uint32Array[],
  termCount: number,
): Uint32Array {
  const wordCounts = new Uint32Array(wordTerms.length);
  for (const words of texts) for (const word of words) wordCounts[word] = (wordCounts[word] ?? 0) + 1;
  const starts = new Uint32Array(termCount + 1);
  for (const [word, terms] of wordTerms.entries())
    for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + (wordCounts[word] ?? 0);
  for (let term = 0; term < termCount; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

/** Returns the number of texts among occurrences of a term, from one index to before another. */
export function countTexts(texts: Uint32Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (at === from || texts[at] !== texts[at - 1]) count += 1;
  return count;
}
