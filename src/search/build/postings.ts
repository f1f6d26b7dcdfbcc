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
  const byWord = numberTerms(termsOf, terms);
  const starts = findStarts(texts, byWord, terms.length);
  const total = starts.at(-1) ?? 0;
  const postings = { terms, starts, texts: new Uint32Array(total), places: new Uint32Array(total) };
  const next = starts.slice();
  for (const [text, words] of texts.entries()) {
    for (let place = 0; place < words.length; place += 1) {
      const word = words[place] ?? 0;
      const end = byWord.starts[word + 1] ?? 0;
      for (let each = byWord.starts[word] ?? 0; each < end; each += 1) {
        const term = byWord.terms[each] ?? 0;
        const at = next[term] ?? 0;
        postings.texts[at] = text;
        postings.places[at] = place;
        next[term] = at + 1;
      }
    }
  }
  return postings;
}

/** The numbers of the terms of all words, one word after the other, and where those of each word start. */
interface TermsByWord {
  starts: Uint32Array;
  terms: Uint32Array;
}

function numberTerms(termsOf: readonly (readonly string[])[], sorted: readonly string[]): TermsByWord {
  const numbers = new Map(sorted.map((term, number) => [term, number]));
  const starts = new Uint32Array(termsOf.length + 1);
  for (const [word, { length }] of termsOf.entries()) starts[word + 1] = (starts[word] ?? 0) + length;
  const terms = new Uint32Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const all of termsOf) for (const term of all) terms[at++] = numbers.get(term) ?? 0;
  return { starts, terms };
}

/** Returns the index at which the occurrences of each term start, then the number of all. */
function findStarts(texts: readonly Uint32Array[], byWord: TermsByWord, termCount: number): Uint32Array {
  const wordCounts = new Uint32Array(byWord.starts.length);
  for (const words of texts) for (const word of words) wordCounts[word] = (wordCounts[word] ?? 0) + 1;
  const starts = new Uint32Array(termCount + 1);
  for (let word = 0; word + 1 < byWord.starts.length; word += 1) {
    const end = byWord.starts[word + 1] ?? 0;
    for (let each = byWord.starts[word] ?? 0; each < end; each += 1) {
      const term = byWord.terms[each] ?? 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + (wordCounts[word] ?? 0);
    }
  }
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
