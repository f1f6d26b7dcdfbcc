import { toPagefindTerm } from '../../contract/index.ts';
import { countTexts, type Postings } from '../postings.ts';
import type { CborWriter } from './cbor.ts';

/** A term as Pagefind’s word. */
export interface Word {
  written: string;
  /** Number of the term. */
  term: number;
}

/** Returns the words of terms in Pagefind’s order, by the bytes of UTF-8. */
export function sortWords(terms: readonly string[]): Word[] {
  return terms
    .map((text, term) => {
      // As the program normalizes what it looks up.
      const written = toPagefindTerm(text).normalize('NFD').replace(/\p{M}/gu, '');
      return { written, term, key: toSortKey(written) };
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ written, term }) => ({ written, term }));
}

/** Returns a string whose UTF-16 code units have the order of the word’s code points: surrogates come after all others. */
function toSortKey(word: string): string {
  return word.replace(/[\ud800-\uffff]/g, (unit) =>
    String.fromCharCode(unit.charCodeAt(0) + (unit < '\ue000' ? 0x2000 : -0x800)),
  );
}

/** The bytes of an integer in a file, compressed, times the number of files that an ordinary query loads. */
const loadedPerInteger = 2 * 5;

/** Bytes of a file in the metadata that names all of them, compressed. */
const bytesPerFile = 13;

/** A smaller file would hold less than a single common word. */
const leastSize = 1200;

/**
 * Returns the number of integers at which a file is full. As for pieces of the lexicon, metadata and files have the fewest bytes
 * together if the size grows with the square root of the number of all integers.
 */
function toFullSize(integers: number): number {
  return Math.max(leastSize, Math.round(Math.sqrt((integers * bytesPerFile) / loadedPerInteger)));
}

/**
 * Splits sorted words into those of each file.
 *
 * @param coarseness a factor for the size of the files
 */
export function splitIntoChunks(
  words: readonly Word[],
  { starts, texts }: Postings,
  coarseness = 1,
): Word[][] {
  const chunks: Word[][] = [];
  const fullSize = coarseness * toFullSize(texts.length + countTexts(texts, 0, texts.length));
  let size = fullSize;
  for (const word of words) {
    if (size >= fullSize) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(word);
    const [from = 0, to = 0] = starts.subarray(word.term, word.term + 2);
    size += to - from + countTexts(texts, from, to);
  }
  return chunks;
}

/** Returns a border between two files: the shortest prefix of the first word after it that comes after the last word before it. */
export function toBorder(last: string, first: string): string {
  const [before, after] = [Array.from(last), Array.from(first)];
  const different = after.findIndex((letter, at) => letter !== before[at]);
  return after.slice(0, different + 1).join('');
}

/**
 * Writes an array of words, each with the texts it occurs in, and each of these with its places. Texts and places are written
 * as differences to the one before.
 */
export function writeChunk(
  words: readonly Word[],
  { starts, texts, places }: Postings,
  writer: CborWriter,
): void {
  writer.array(1);
  writer.array(words.length);
  for (const { written, term } of words) {
    const [from = 0, to = 0] = starts.subarray(term, term + 2);
    writer.array(2);
    writer.text(written);
    writer.array(countTexts(texts, from, to));
    let textBefore = 0;
    for (let start = from; start < to;) {
      const text = texts[start] ?? 0;
      let end = start + 1;
      while (end < to && texts[end] === text) end += 1;
      writer.array(2);
      writer.unsigned(text - textBefore);
      writer.array(end - start);
      for (let at = start; at < end; at += 1)
        writer.unsigned((places[at] ?? 0) - (at === start ? 0 : (places[at - 1] ?? 0)));
      textBefore = text;
      start = end;
    }
  }
}
