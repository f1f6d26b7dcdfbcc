import { stemmer } from 'stemmer';
import { suffixScore } from '../../../korean/index.ts';
import {
  decodeSound,
  fromTail,
  otherScriptSounds,
  type LexiconTerm,
  type Pieces,
} from '../../contract/index.ts';
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
import type { QueryWord } from '../query/parse-query.ts';
import { stemsWithin } from '../query/word-forms.ts';

/**
 * The terms around a word to load:
 *
 * - `forms` are what it may be a form of, or become;
 * - `prefixes` are its first syllables, at least two;
 * - `syllable` is its first syllable;
 * - `beginnings` start with its first two syllables;
 * - `typos` are what it may be a misspelling of.
 */
export type Scope = 'forms' | 'prefixes' | 'syllable' | 'beginnings' | 'typos';

/** Returns the terms in a scope around a word, loading only the pieces that contain them, the likeliest first. */
export async function termsAround(
  word: string,
  reader: IndexReader,
  scope: Scope,
): Promise<readonly LexiconTerm[]> {
  if (scope === 'forms') return readRanges(rangesOfForms(word), 'lexicon', reader, maxFormPieces);
  if (scope === 'beginnings')
    return readRanges([startingWith(word.slice(0, 2))], 'lexicon', reader, maxFormPieces);
  if (scope === 'prefixes') return readRanges(prefixesOf(word, 2).map(exactly), 'lexicon', reader);
  if (scope === 'syllable') return readRanges([exactly(word.slice(0, 1))], 'lexicon', reader);
  const { lexicon, tails } = rangesOfTypos(word);
  const [near, others] = await Promise.all([
    readRanges(lexicon, 'lexicon', reader, maxTypoPieces),
    readRanges(tails, 'tails', reader, maxTypoPieces),
  ]);
  const terms = [...near, ...others.map(toWhole)];
  return [...new Map(terms.map((each) => [each.term, each])).values()];
}

/**
 * Loads the pieces with the forms of words, those of the likeliest forms of all words first, since a question loads only some: see
 * `limitTerms`. Long words come first, because they say more, and words that only ask come last.
 */
export async function loadForms(
  words: readonly Pick<QueryWord, 'text' | 'asks'>[],
  reader: IndexReader,
): Promise<void> {
  const { lexicon } = await reader.manifest();
  const [asking, naming] = [
    words.filter(({ asks }) => asks === true),
    words.filter(({ asks }) => asks !== true),
  ];
  const pieces = [naming.toSorted((one, other) => other.text.length - one.text.length), asking].flatMap(
    (group) =>
      takeTurns(group.map(({ text }) => piecesOf(lexicon, rangesOfForms(text)).slice(0, maxFormPieces))),
  );
  await Promise.all(
    [...new Set(pieces)].slice(0, maxEarlyPieces).map(async (piece) => reader.terms('lexicon', piece)),
  );
}

/** Returns the first item of each list, then the second of each, and so on. */
function takeTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}

/** Returns whether the index has a term. Postings of other terms can’t be looked up. */
export async function hasTerm(wanted: string, reader: IndexReader): Promise<boolean> {
  return (await termsAround(wanted, reader, 'forms')).some(({ term }) => term === wanted);
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
  return found.map(toWhole);
}

function toWhole({ term, texts }: LexiconTerm): LexiconTerm {
  return { term: fromTail(term), texts };
}

/** Reads the pieces that may contain terms in any of the ranges, up to a number, in order, and returns those terms. */
async function readRanges(
  ranges: readonly KeyRange[],
  part: TermPart,
  reader: IndexReader,
  maxPieces = Infinity,
): Promise<readonly LexiconTerm[]> {
  const { [part]: all } = await reader.manifest();
  const pieces = piecesOf(all, ranges).slice(0, maxPieces);
  const terms = await Promise.all(pieces.map(async (piece) => reader.terms(part, piece)));
  return terms.flat().filter(({ term }) => ranges.some(([from, to]) => term >= from && term < to));
}

/** Returns the pieces that may contain terms in any of the ranges, in the order of the ranges. */
function piecesOf(all: Pieces, ranges: readonly KeyRange[]): number[] {
  return [...new Set(ranges.flatMap((range) => findPieces(all, range)))];
}

/** Maximum number of pieces with forms of one word: more would be for what a word of one or two letters may become. */
const maxFormPieces = 4;

/** Maximum number of pieces with the forms of all words of a query. The rest is for words that no text has as typed. */
const maxEarlyPieces = 9;

/** Maximum number of pieces of the lexicon, and of tails, for the correction of one word. */
const maxTypoPieces = 4;

/** Returns the ranges of terms that a word may be a form of, or become, the likeliest first. */
function rangesOfForms(word: string): KeyRange[] {
  if (!isSyllable(word)) {
    // Words with the same stem share all but its last letter.
    const stem = stemmer(word);
    const beginning = stem.slice(0, Math.max(2, stem.length - 1));
    return [exactly(word), startingWith(word.length > 1 ? beginning : word)];
  }
  const stems = prefixesOf(word, 1).filter((stem) => suffixScore(word.slice(stem.length)) > 0);
  return [
    ...[word, ...stems, ...stemsWithin(word).keys()].map(exactly),
    startingWith(word),
    ...unfinished(word),
  ];
}

/** Returns the prefixes of a word with a minimum length, the longest, which is the word, first. */
function prefixesOf(word: string, minLength: number): string[] {
  return Array.from(word, (_, at) => word.slice(0, word.length - at)).filter(
    ({ length }) => length >= minLength,
  );
}

/** The last syllable may be unfinished: 덴맠 becomes 덴마크. */
function unfinished(word: string): KeyRange[] {
  const [before, last] = [word.slice(0, -1), word.slice(-1)];
  if (isSyllable(last)) return [syllablesAround(before, last, syllablesPerVowel)];
  // So may be the one before, if a consonant follows that is no syllable yet.
  return isSyllable(before) ? unfinished(before) : [];
}

/**
 * Returns the ranges of terms, and of their tails, that a word may be a misspelling of, with one typo. The letters of a term are right up to
 * the typo, or from there on.
 */
function rangesOfTypos(word: string): { lexicon: KeyRange[]; tails: KeyRange[] } {
  return isSyllable(word) ? typosInSyllables(word) : typosInLetters(word);
}

function typosInSyllables(word: string): { lexicon: KeyRange[]; tails: KeyRange[] } {
  const [first = '', second = ''] = word;
  const shared = isSyllable(second)
    ? [syllablesPerVowel, syllablesPerInitial].map((length) => syllablesAround(first, second, length))
    : [];
  const rests = [word.slice(1, 3), word.slice(2, 4)].filter(
    (rest, at) => rest.length === 2 || (at === 0 && rest !== ''),
  );
  return {
    lexicon: [...shared, startingWith(first), syllablesAround('', first, syllablesPerVowel)],
    tails: rests.map(startingWith),
  };
}

function typosInLetters(word: string): { lexicon: KeyRange[]; tails: KeyRange[] } {
  const [first = '', second = '', third = ''] = word;
  const starts = [
    word.slice(0, 3),
    // The second letter is too much, or was swapped with the third.
    first + third,
    // So is the first.
    word.slice(1, 4),
    second + first + third,
    first + second,
  ];
  // The first or second letter is another, too much, or missing.
  const rests = [word.slice(2, 5), word.slice(1, 4), word.slice(0, 3)];
  return {
    lexicon: starts.map(startingWith),
    tails: rests.filter(({ length }) => length === 3).map(startingWith),
  };
}
