import { hangulToKeys, isHangul, keysToHangul, toJamo } from '../../../korean/index.ts';
import { bigrams, type LexiconTerm } from '../../contract/index.ts';
import { hasTerm, loadForms, termsAround, termsContaining } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import { qualities, type Alternative } from './alternative.ts';
import type { FoundAlternative } from '../rank/text-places.ts';
import { splitCompound } from './compound.ts';
import type { Query, QueryWord } from './parse-query.ts';
import { corrections } from './corrections.ts';
import { readNumbers } from './numbers.ts';
import { sameInOtherScript, soundAlikes } from './sound.ts';
import { knownPieces, type Locate } from './split-glued.ts';
import { findSynonyms } from './synonyms.ts';
import { completions, hangulForms, isJosaBehind, latinForms, type Form } from './word-forms.ts';

/** Options of {@link interpretQuery}. */
interface InterpretOptions {
  /** Whether to search only for the words as typed. */
  isLiteral: boolean;
  /** Groups of synonyms from the glossary. */
  names: readonly (readonly string[])[];
  locate: Locate;
}

/** Maximum number of forms, completions or choseong matches per word. */
const maxForms = 4;

/** Interprets each word of a query as terms of the index, and returns the interpretations that occur in texts. */
export async function interpretQuery(
  query: Query,
  reader: IndexReader,
  { isLiteral, names, locate }: InterpretOptions,
): Promise<FoundAlternative[]> {
  const { words } = query;
  // Words as typed come first, since a question loads only some pieces of the lexicon.
  await loadForms(words, reader);
  if (isLiteral) {
    const typed = await Promise.all(words.map(async ({ text }, at) => readLiterally(text, at, reader)));
    return [...(await locate(typed.flat()))];
  }
  const several = [
    ...(await readJoined(words, reader)),
    ...(await findSynonyms(words, reader, names)),
    ...(await readNumbers(query, reader)),
  ];
  const [perWord, together] = await Promise.all([readWords(words, { reader, locate }), locate(several)]);
  return [...perWord, ...together].filter(({ texts }) => texts.size > 0);
}

interface WordContext {
  reader: IndexReader;
  locate: InterpretOptions['locate'];
}

/** Reads each word. They share the pieces that a question may still load, most of which are for words that the lexicon lacks. */
async function readWords(
  words: readonly QueryWord[],
  { reader, locate }: WordContext,
): Promise<FoundAlternative[]> {
  const isLast = (at: number): boolean => at === words.length - 1;
  const typed = await Promise.all(words.map(async (word, at) => readTyped(word, reader, isLast(at))));
  const readers = reader.share(typed.map((readings) => (isSure(readings) ? 1 : 4)));
  const found = words.map(async (word, at) => {
    const locateWord: LocateReadings = async (readings) => {
      const located = await locate(readings.map((each) => ({ from: at, to: at + 1, ...each })));
      return located.filter(({ texts }) => texts.size > 0);
    };
    const [readings = [], own = reader] = [typed[at], readers[at]];
    const others = isSure(readings)
      ? readInOtherScript(word, readings, own).then(locateWord)
      : readOtherwise(word, { reader: own, locate: locateWord, isLast: isLast(at) });
    return (await Promise.all([locateWord(readings), others])).flat();
  });
  return (await Promise.all(found)).flat();
}

/**
 * Loads what reading the words of a query needs first: their forms, then the words in the other script that they may be. Returns the terms in the
 * other script that each word certainly is.
 */
export async function loadWords(words: readonly QueryWord[], reader: IndexReader): Promise<Form[][]> {
  const [, same] = await Promise.all([
    loadForms(words, reader),
    Promise.all(words.map(async (word) => (isCorrectable(word) ? sameInOtherScript(word.text, reader) : []))),
  ]);
  return same;
}

/** Returns whether the lexicon lacks a word of a query, so that it has to be read otherwise than typed. */
export async function lacksWord(words: readonly QueryWord[], reader: IndexReader): Promise<boolean> {
  // What is loaded is enough to tell.
  const [loaded = reader] = reader.share([0, 1]);
  const naming = words.filter(({ asks }) => asks !== true);
  const typed = await Promise.all(naming.map(async (word) => readTyped(word, loaded, word === words.at(-1))));
  return typed.some((readings) => !isSure(readings));
}

/** Looks up where readings of a word occur. Returns those that do. */
type LocateReadings = (readings: readonly Reading[]) => Promise<FoundAlternative[]>;

/** Returns whether one of the readings is confident, so that a word needs no others. Each term of the lexicon occurs in a text. */
function isSure(readings: readonly Reading[]): boolean {
  return readings.some(({ terms, quality }) => terms.length === 1 && quality >= 0.5);
}

/** Reads a word that the lexicon has in the other script, too: texts may have it beside the form that was typed. */
async function readInOtherScript(
  word: QueryWord,
  typed: readonly Reading[],
  reader: IndexReader,
): Promise<Reading[]> {
  const form = typed.find(({ by, terms }) => by === 'form' && terms.length === 1);
  if (form === undefined || !isCorrectable(word)) return [];
  const spelled = [...new Set([word.text, ...form.terms])];
  const same = await Promise.all(spelled.map(async (each) => sameInOtherScript(each, reader)));
  const terms = [...new Map(same.flat().map((each) => [each.term, each])).values()];
  return terms.slice(0, 2).map((each) => toReading(each, 'sound'));
}

function isCorrectable({ kind, text }: QueryWord): boolean {
  return kind !== 'choseong' && !/\p{N}/u.test(text);
}

/**
 * Reads a word that the lexicon lacks: as several words typed without spaces, on the other keyboard layout, as part of a compound or by its
 * sound, and with typos corrected. Initial consonants are compared only with titles and headings. All but the last are loaded at once,
 * and the first that has a confident reading that occurs in a text counts.
 */
async function readOtherwise(
  word: QueryWord,
  { reader, locate, isLast }: { reader: IndexReader; locate: LocateReadings; isLast: boolean },
): Promise<FoundAlternative[]> {
  const mayBeTypo = isCorrectable(word);
  const isKorean = word.kind === 'hangul';
  const [forLayout = reader, forOthers = reader, forCuts = reader] = reader.share(
    isKorean ? [1, 1, 2] : [2, 1, 0],
  );
  const stages = await Promise.all([
    isKorean ? readCuts(word.text, forCuts) : readHanOrKana(word.text, forLayout),
    readOtherLayout(word, forLayout, isLast),
    Promise.all([
      isKorean ? readPartOfCompound(word.text, forOthers) : [],
      mayBeTypo ? readBySound(word.text, forOthers) : [],
    ]).then((readings) => readings.flat()),
  ]);
  const found: FoundAlternative[] = [];
  for (const stage of [...stages, undefined]) {
    const readings = stage ?? (mayBeTypo ? await readCorrected(word.text, reader) : []);
    found.push(...(await locate(readings)));
    if (found.some(({ alternative }) => alternative.quality >= 0.5)) break;
  }
  return found;
}

/** Reads a word as typed, if the lexicon contains it. Terms outside the lexicon can't be looked up. */
async function readLiterally(text: string, at: number, reader: IndexReader): Promise<Alternative[]> {
  const terms = await termsAround(text, reader, 'forms');
  // Hangul is indexed by stem. `filterLiteral` checks the exact form in the stored text later.
  const forms = isHangul(text) ? hangulForms(text, terms) : terms.filter(({ term }) => term === text);
  return forms
    .slice(0, maxForms)
    .map(({ term }) => ({ from: at, to: at + 1, terms: [term], quality: 1, by: 'form' }));
}

type Reading = Omit<Alternative, 'from' | 'to'>;

/** Reads a word as itself, its forms, and its completions (the last word may be unfinished). */
async function readTyped(
  { text: word, kind }: Pick<QueryWord, 'text' | 'kind'>,
  reader: IndexReader,
  isLast: boolean,
): Promise<Reading[]> {
  if (kind === 'choseong') return [];
  const terms = await termsAround(word, reader, 'forms');
  const all = isHangul(word) ? hangulForms(word, terms) : latinForms(word, terms);
  const best = all[0]?.quality ?? 0;
  const forms = all.filter(({ quality }) => quality >= 0.6 * best).slice(0, maxForms);
  const readings = forms.map((form) => toReading(form, 'form'));
  const hasForm = best >= 0.6;
  if (isLast) {
    const more = completions(word, terms).filter(({ term }) => !forms.some((form) => form.term === term));
    readings.push(...more.slice(0, hasForm ? 1 : maxForms).map((form) => toReading(form, 'beginning')));
  }
  return readings;
}

/** Reads a part of a longer run in Han or kana by its bigrams. */
async function readHanOrKana(word: string, reader: IndexReader): Promise<Reading[]> {
  const pairs = bigrams(word);
  if (pairs.length < 2) return [];
  const known = await Promise.all(pairs.map(async (pair) => hasTerm(pair, reader)));
  return known.includes(false) ? [] : [{ terms: pairs, quality: qualities.form, by: 'form' }];
}

/** Reads a word as a compound, or as words typed without spaces. */
async function readCuts(word: string, reader: IndexReader): Promise<Reading[]> {
  if (word.length < 3) return [];
  const cuts = splitCompound(word, await knownPieces(word, reader));
  return cuts.map((terms): Reading => ({ terms, quality: qualities.spacing, by: 'form' }));
}

function toReading({ term, quality }: Form, by: Alternative['by']): Reading {
  return { terms: [term], quality, by };
}

/** Reads a word as if typed on the other keyboard layout. */
async function readOtherLayout(word: QueryWord, reader: IndexReader, isLast: boolean): Promise<Reading[]> {
  const other = switchLayout(word);
  if (other === undefined) return [];
  const kind = isHangul(other) ? 'hangul' : 'other';
  const read = await readTyped({ text: other, kind }, reader, isLast);
  if (!isSure(read) && kind === 'hangul') read.push(...(await readCuts(other, reader)));
  const found = read.length > 0 || !mayBeMistyped(word, other) ? read : await readCorrected(other, reader);
  return found.map((reading) => ({ ...reading, quality: reading.quality * qualities.layout, by: 'layout' }));
}

/**
 * Returns whether a word may have been typed on the other layout with a typo. Korean words typed as Latin letters are syllables, and
 * Latin words typed as Hangul are not only syllables.
 */
function mayBeMistyped({ kind, text }: QueryWord, other: string): boolean {
  if (kind === 'choseong') return false;
  const isKorean = isHangul(other);
  const letters = (isKorean ? other : text).replace(/[가-힣]/g, '').length;
  return isKorean ? letters <= 1 : letters > 0;
}

/** Converts a word to the other keyboard layout. Returns `undefined` if the result is not a word. */
export function switchLayout({ text, typed, kind }: QueryWord): string | undefined {
  if (kind !== 'other') {
    const keys = hangulToKeys(text).toLowerCase();
    return /^[a-z]{2,}$/.test(keys) ? keys : undefined;
  }
  const hangul = /^[A-Za-z]{2,}$/.test(typed) ? keysToHangul(typed) : undefined;
  return hangul !== undefined && isHangul(hangul) && /[가-힣]/.test(hangul) ? hangul : undefined;
}

/** Returns terms that contain a word outside the lexicon, which may be part of a compound that the analyzer didn't split. */
async function readPartOfCompound(word: string, reader: IndexReader): Promise<Reading[]> {
  const stems = [word, ...stemsOf(word)].filter((stem) => stem.length > 1);
  if (stems.length === 0) return [];
  // All stems start alike, and the last is the shortest.
  const shortest = stems.at(-1) ?? word;
  const [starting, containing] = await Promise.all([
    termsAround(word, reader, 'beginnings'),
    termsContaining(shortest, reader),
  ]);
  const found = [...starting, ...containing];
  const terms = [...new Map(found.map((each) => [each.term, each])).values()];
  const [stem] = stems.filter((each) => terms.some(({ term }) => term.includes(each)));
  if (stem === undefined) return [];
  return terms
    .filter(({ term }) => term.includes(stem))
    .sort((one, other) => one.term.length - other.term.length || other.texts - one.texts)
    .slice(0, 6)
    .map(({ term }) => ({ terms: [term], quality: qualities.part, by: 'form' }));
}

/** Returns terms in the other script that sound like the word. */
async function readBySound(word: string, reader: IndexReader): Promise<Reading[]> {
  const found = await soundAlikes([word, ...stemsOf(word)], reader);
  return found.map((form) => toReading(form, 'sound'));
}

/**
 * Returns corrections of a misspelled word. Terms with another first letter are considered only if there are no others.
 */
async function readCorrected(word: string, reader: IndexReader): Promise<Reading[]> {
  const terms = await termsAround(word, reader, 'typos');
  const [first] = toJamo(word);
  const nearby = correctWith(
    word,
    terms.filter(({ term }) => toJamo(term).startsWith(first ?? '')),
  );
  return nearby.length > 0 ? nearby : correctWith(word, terms);
}

function correctWith(word: string, terms: readonly LexiconTerm[]): Reading[] {
  const whole = corrections(word, terms);
  const found =
    whole.length > 0 || !isHangul(word) ? whole : stemsOf(word).flatMap((stem) => corrections(stem, terms));
  return found.slice(0, 3).map((form) => toReading(form, 'spelling'));
}

/** Returns the word without each josa it may end in, since a typo may be before a josa. */
function stemsOf(word: string): string[] {
  const lengths = [1, 2, 3].map((tail) => word.length - tail).filter((length) => length > 1);
  return lengths.map((length) => word.slice(0, length)).filter((stem) => isJosaBehind(word, stem));
}

/** Joins adjacent words that the index contains as one word: 음성 사서함 as 음성사서함. */
async function readJoined(words: readonly QueryWord[], reader: IndexReader): Promise<Alternative[]> {
  const pairs = words.slice(0, -1).map(async (word, at): Promise<Alternative[]> => {
    const next = words[at + 1];
    if (next === undefined || word.kind === 'choseong' || next.kind !== word.kind) return [];
    const both = word.text + next.text;
    const terms = await termsAround(both, reader, 'forms');
    const forms = isHangul(both) ? hangulForms(both, terms) : latinForms(both, terms);
    return forms
      .filter(
        ({ term, quality }) => quality >= 0.6 && term.length > word.text.length + (isHangul(both) ? 0 : 1),
      )
      .slice(0, 1)
      .map(({ term, quality }) => ({
        from: at,
        to: at + 2,
        terms: [term],
        quality: quality * qualities.spacing,
        by: 'form',
      }));
  });
  return (await Promise.all(pairs)).flat();
}
