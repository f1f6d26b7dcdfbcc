import { fromTail, type LexiconTerm, type Pieces } from '../../contract/index.ts';
import { findPieces, type KeyRange } from './pieces.ts';
import type { IndexReader } from './reader.ts';
import { stemsWithin } from '../query/word-forms.ts';

/**
 * The terms around a word to load: `forms` start like it, or are stems that it may come from; `beginnings` start with exactly its
 * first letter or syllable; `typos` share its first letter or, in Hangul, its initial consonant.
 */
export type Scope = 'forms' | 'beginnings' | 'typos';

/** Returns the terms in a scope around a word, loading only the pieces of the lexicon that contain them. */
export async function termsAround(
  word: string,
  reader: IndexReader,
  scope: Scope,
): Promise<readonly LexiconTerm[]> {
  const { lexicon } = await reader.manifest();
  return readRanges(rangesAround(word, scope), lexicon, reader.lexicon);
}

/**
 * Returns the terms that contain a word after their first letter.
 *
 * @example
 * termsContaining('사서함', …) // 음성사서함
 */
export async function termsContaining(word: string, reader: IndexReader): Promise<readonly LexiconTerm[]> {
  return readTails([word, `${word}\uffff`], reader);
}

/** Returns terms that differ from a word in the first letter (in Hangul, the first syllable), among others. */
export async function termsWithOtherStart(
  word: string,
  reader: IndexReader,
): Promise<readonly LexiconTerm[]> {
  // A mistyped first letter may also be missing, doubled, or swapped with the second.
  const rests = isSyllable(word) ? [word.slice(1, 2)] : [word.slice(1, 4), word.slice(2, 5)];
  const known = rests.filter((rest) => rest !== '');
  const read = await Promise.all(known.map(async (rest) => readTails([rest, `${rest}\uffff`], reader)));
  return read.flat();
}

async function readTails(range: KeyRange, reader: IndexReader): Promise<readonly LexiconTerm[]> {
  const { tails } = await reader.manifest();
  const found = await readRanges([range], tails, reader.tails);
  return found.map(({ term, texts }) => ({ term: fromTail(term), texts }));
}

/** Reads the pieces that may contain terms in any of the ranges, and returns those terms. */
async function readRanges(
  ranges: readonly KeyRange[],
  pieces: Pieces,
  read: (piece: number) => Promise<readonly LexiconTerm[]>,
): Promise<readonly LexiconTerm[]> {
  const numbers = new Set(ranges.flatMap((range) => findPieces(pieces, range)));
  const terms = await Promise.all([...numbers].map(read));
  return terms.flat().filter(({ term }) => ranges.some(([from, to]) => term >= from && term < to));
}

/** Syllables with the same initial consonant and vowel: 27 final consonants, or none (Unicode Standard, 3.12). */
const syllablesPerVowel = 28;

/** Syllables with the same initial consonant: 21 vowels. */
const syllablesPerInitial = 21 * syllablesPerVowel;

const firstSyllable = 0xac00;

const lastSyllable = 0xd7a3;

function isSyllable(word: string): boolean {
  const first = word.codePointAt(0) ?? 0;
  return first >= firstSyllable && first <= lastSyllable;
}

/** Returns the ranges of terms in a scope. */
function rangesAround(word: string, scope: Scope): KeyRange[] {
  const first = word.codePointAt(0) ?? 0;
  if (!isSyllable(word)) {
    // Forms of a Latin word share more than its first letter, except in short words.
    const start = scope === 'forms' && word.length > 3 ? word.slice(0, 2) : String.fromCodePoint(first);
    return [[start, `${start}\uffff`]];
  }
  if (scope === 'beginnings') return [[word.charAt(0), `${word.charAt(0)}\uffff`]];
  if (scope === 'typos') return [syllablesAround(first, syllablesPerInitial)];
  // Contraction changes the final consonant (도와서 of 돕다) and, in a short word, even the vowel (와 of 오다).
  const stems = [...stemsWithin(word).keys()].map((stem): KeyRange => [stem, `${stem}\0`]);
  return [syllablesAround(first, syllablesPerVowel), ...stems];
}

function syllablesAround(syllable: number, length: number): KeyRange {
  const start = syllable - ((syllable - firstSyllable) % length);
  return [String.fromCodePoint(start), String.fromCodePoint(start + length)];
}
