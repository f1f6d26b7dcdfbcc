import { stemmer } from 'stemmer';
import { suffixScore } from '../../../korean/index.ts';
import {
  decodeSound,
  fromTail,
  otherScriptSounds,
  type LexiconTerm,
  type Pieces,
} from '../../contract/index.ts';
import { findPieces, type KeyRange } from './pieces.ts';
import type { IndexReader } from './reader.ts';
import { stemsWithin } from '../query/word-forms.ts';

/**
 * The terms around a word to load: `forms` are what it may be a form of, or become; `beginnings` start with its first two syllables (or
 * letter), or are its first syllable; `typos` share its first letter or, in Hangul, its initial consonant.
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

/** Returns the terms in the other script than a word’s that have one of its keys by sound. */
export async function termsByLikeSound(
  word: string,
  keys: readonly string[],
  reader: IndexReader,
): Promise<readonly LexiconTerm[]> {
  const { sounds } = await reader.manifest();
  const ranges = keys.map((key) => startingWith(otherScriptSounds(key, word)));
  const found = (await readRanges(ranges, sounds, reader.sounds)).map(decodeSound);
  // A term has an entry for each of its keys.
  return [...new Map(found.map((each) => [each.term, each])).values()];
}

/** Returns the words that mean the same as a term in another language, with the percentage of passages that they share. */
export async function partnersOf(term: string, reader: IndexReader): Promise<readonly LexiconTerm[]> {
  const { pairs } = await reader.manifest();
  const beginning = `${term} `;
  const found = await readRanges([startingWith(beginning)], pairs, reader.pairs);
  return found.map((pair) => ({ term: pair.term.slice(beginning.length), texts: pair.texts }));
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
  if (!isSyllable(word)) {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    if (scope !== 'forms') return [startingWith(first)];
    // Words with the same stem share all but its last letter.
    const stem = stemmer(word);
    return [startingWith(word.length > 3 ? stem.slice(0, Math.max(2, stem.length - 1)) : first)];
  }
  if (scope === 'typos') return [syllablesAround('', word.charCodeAt(0), syllablesPerInitial)];
  const [first = '', second = ''] = word;
  const isStem = scope === 'beginnings' || suffixScore(word.slice(1)) > 0;
  const alone = isStem ? [exactly(first)] : [];
  if (scope === 'beginnings') return second === '' ? alone : [startingWith(first + second), ...alone];
  const stems = [...stemsWithin(word).keys()].map(exactly);
  if (word.length > 2) return [startingWith(first + second), ...alone, ...stems];
  // The last syllable may be unfinished: 덴맠 becomes 덴마크.
  const unfinished = isSyllable(second) ? second : first;
  const before = isSyllable(second) ? first : '';
  return [syllablesAround(before, unfinished.charCodeAt(0), syllablesPerVowel), ...alone, ...stems];
}

function startingWith(beginning: string): KeyRange {
  return [beginning, `${beginning}\uffff`];
}

function exactly(term: string): KeyRange {
  return [term, `${term}\0`];
}

/** Returns the range of terms with a beginning and a syllable that is one of `length` around the given one. */
function syllablesAround(before: string, syllable: number, length: number): KeyRange {
  const start = syllable - ((syllable - firstSyllable) % length);
  return [before + String.fromCharCode(start), before + String.fromCharCode(start + length)];
}
