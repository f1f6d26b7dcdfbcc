import { stemmer } from 'stemmer';
import { suffixScore } from '../../../korean/index.ts';
import { decodeSound, fromTail, otherScriptSounds, type LexiconTerm } from '../../contract/index.ts';
import {
  exactly,
  isSyllable,
  startingWith,
  syllablesAround,
  syllablesPerInitial,
  syllablesPerVowel,
  type KeyRange,
} from './key-range.ts';
import { findPieces } from './pieces.ts';
import type { IndexReader, TermPart } from './reader.ts';
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
  return readRanges(rangesAround(word, scope), 'lexicon', reader);
}

/**
 * Returns the terms that contain a word after their first letter.
 *
 * @example
 * termsContaining('사서함', …) // 음성사서함
 */
export async function termsContaining(word: string, reader: IndexReader): Promise<readonly LexiconTerm[]> {
  return readTails(word, reader);
}

/** Returns terms that differ from a word in the first letter (in Hangul, the first syllable), among others. */
export async function termsWithOtherStart(
  word: string,
  reader: IndexReader,
): Promise<readonly LexiconTerm[]> {
  // A mistyped first letter may also be missing, doubled, or swapped with the second.
  const rests = isSyllable(word) ? [word.slice(1, 2)] : [word.slice(1, 4), word.slice(2, 5)];
  const known = rests.filter((rest) => rest !== '');
  const read = await Promise.all(known.map(async (rest) => readTails(rest, reader)));
  return read.flat();
}

/** Returns the terms in the other script than a word’s that have one of its keys by sound. */
export async function termsByLikeSound(
  word: string,
  keys: readonly string[],
  reader: IndexReader,
): Promise<readonly LexiconTerm[]> {
  const ranges = keys.map((key) => startingWith(otherScriptSounds(key, word)));
  const found = (await readRanges(ranges, 'sounds', reader)).map(decodeSound);
  // A term has an entry for each of its keys.
  return [...new Map(found.map((each) => [each.term, each])).values()];
}

/** Returns the words that mean the same as a term in another language, with the percentage of passages that they share. */
export async function partnersOf(term: string, reader: IndexReader): Promise<readonly LexiconTerm[]> {
  const beginning = `${term} `;
  const found = await readRanges([startingWith(beginning)], 'pairs', reader);
  return found.map((pair) => ({ term: pair.term.slice(beginning.length), texts: pair.texts }));
}

async function readTails(beginning: string, reader: IndexReader): Promise<readonly LexiconTerm[]> {
  const found = await readRanges([startingWith(beginning)], 'tails', reader);
  return found.map(({ term, texts }) => ({ term: fromTail(term), texts }));
}

/** Reads the pieces that may contain terms in any of the ranges, and returns those terms. */
async function readRanges(
  ranges: readonly KeyRange[],
  part: TermPart,
  reader: IndexReader,
): Promise<readonly LexiconTerm[]> {
  const { [part]: pieces } = await reader.manifest();
  const numbers = new Set(ranges.flatMap((range) => findPieces(pieces, range)));
  const terms = await Promise.all([...numbers].map(async (piece) => reader.terms(part, piece)));
  return terms.flat().filter(({ term }) => ranges.some(([from, to]) => term >= from && term < to));
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
  if (scope === 'typos') return [syllablesAround('', word, syllablesPerInitial)];
  const [first = '', second = ''] = word;
  const isStem = scope === 'beginnings' || suffixScore(word.slice(1)) > 0;
  const alone = isStem ? [exactly(first)] : [];
  if (scope === 'beginnings') return second === '' ? alone : [startingWith(first + second), ...alone];
  const stems = [...stemsWithin(word).keys()].map(exactly);
  if (word.length > 2) return [startingWith(first + second), ...alone, ...stems];
  // The last syllable may be unfinished: 덴맠 becomes 덴마크.
  const unfinished = isSyllable(second) ? second : first;
  const before = isSyllable(second) ? first : '';
  return [syllablesAround(before, unfinished, syllablesPerVowel), ...alone, ...stems];
}
