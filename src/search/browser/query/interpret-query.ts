import { hangulToKeys, isHangul, keysToHangul } from '../../../korean/index.ts';
import { bigrams, type LexiconTerm } from '../../contract/index.ts';
import { termsAround, termsContaining, termsWithOtherStart } from '../index/lexicon.ts';
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
  if (isLiteral) {
    const typed = await Promise.all(words.map(async ({ text }, at) => readLiterally(text, at, reader)));
    return [...(await locate(typed.flat()))];
  }
  const [joined, synonyms, numbers, ...perWord] = await Promise.all([
    readJoined(words, reader),
    findSynonyms(words, reader, names),
    readNumbers(query, reader),
    ...words.map(async (word, at) => readWord(word, at, { words, reader, locate })),
  ]);
  const together = await locate([...joined, ...synonyms, ...numbers]);
  return [...perWord.flat(), ...together].filter(({ texts }) => texts.size > 0);
}

interface WordContext {
  words: readonly QueryWord[];
  reader: IndexReader;
  locate: InterpretOptions['locate'];
}

/**
 * Reads one word: as typed, then on the other keyboard layout, as part of a compound or by its sound, and with typos corrected. Initial consonants
 * are compared only with titles and headings. Stops at the first stage with a confident reading that occurs in a text.
 */
async function readWord(
  word: QueryWord,
  at: number,
  { words, reader, locate }: WordContext,
): Promise<FoundAlternative[]> {
  const isLast = at === words.length - 1;
  const isCorrectable = word.kind !== 'choseong' && !/\p{N}/u.test(word.text);
  const stages: (() => Promise<Reading[]>)[] = [
    ...(word.kind === 'choseong' ? [] : [async () => readAsTyped(word.text, reader, isLast)]),
    async () => readOtherLayout(word, reader, isLast),
    async () => [
      ...(word.kind === 'hangul' ? await readPartOfCompound(word.text, reader) : []),
      ...(isCorrectable ? await readBySound(word.text, reader) : []),
    ],
    ...(isCorrectable ? [async () => readCorrected(word.text, reader)] : []),
  ];
  const found: FoundAlternative[] = [];
  for (const stage of stages) {
    const readings = await stage();
    const located = await locate(readings.map((reading) => ({ from: at, to: at + 1, ...reading })));
    found.push(...located.filter(({ texts }) => texts.size > 0));
    if (found.some(({ alternative }) => alternative.quality >= 0.5)) break;
  }
  if (!isCorrectable || found.some(({ alternative }) => alternative.by === 'sound')) return found;
  return [...found, ...(await locateInOtherScript(found, word.text, { at, reader, locate }))];
}

/** Finds the same word in the other script, which texts may have beside the form that the index has as typed. */
async function locateInOtherScript(
  found: readonly FoundAlternative[],
  text: string,
  { at, reader, locate }: { at: number; reader: IndexReader; locate: Locate },
): Promise<FoundAlternative[]> {
  const typed = found.find(({ alternative: { by, terms } }) => by === 'form' && terms.length === 1);
  if (typed === undefined) return [];
  const spelled = [...new Set([text, ...typed.alternative.terms])];
  const same = await Promise.all(spelled.map(async (each) => sameInOtherScript(each, reader)));
  const terms = [...new Map(same.flat().map((form) => [form.term, form])).values()];
  const readings = terms.slice(0, 2).map((form) => ({ from: at, to: at + 1, ...toReading(form, 'sound') }));
  return (await locate(readings)).filter(({ texts }) => texts.size > 0);
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

/** Reads a word as itself, its forms, its completions (the last word may be unfinished) and as a compound. */
async function readAsTyped(word: string, reader: IndexReader, isLast: boolean): Promise<Reading[]> {
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
  if (!hasForm && isHangul(word) && word.length > 2) {
    const cuts = splitCompound(word, await knownPieces(word, reader));
    readings.push(...cuts.map((terms): Reading => ({ terms, quality: qualities.spacing, by: 'form' })));
  }
  return hasForm ? readings : [...readings, ...(await readHanOrKana(word, reader))];
}

/** Reads a part of a longer run in Han or kana by its bigrams. */
async function readHanOrKana(word: string, reader: IndexReader): Promise<Reading[]> {
  const pairs = bigrams(word);
  if (pairs.length < 2) return [];
  const known = await Promise.all(
    pairs.map(async (pair) => (await termsAround(pair, reader, 'forms')).some(({ term }) => term === pair)),
  );
  return known.includes(false) ? [] : [{ terms: pairs, quality: qualities.form, by: 'form' }];
}

function toReading({ term, quality }: Form, by: Alternative['by']): Reading {
  return { terms: [term], quality, by };
}

/** Reads a word as if typed on the other keyboard layout. */
async function readOtherLayout(word: QueryWord, reader: IndexReader, isLast: boolean): Promise<Reading[]> {
  const other = switchLayout(word);
  if (other === undefined) return [];
  const read = await readAsTyped(other, reader, isLast);
  const found = read.length > 0 ? read : await readCorrected(other, reader);
  return found.map((reading) => ({ ...reading, quality: reading.quality * qualities.layout, by: 'layout' }));
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
  const found = [
    await termsAround(word, reader, 'beginnings'),
    await termsContaining(shortest, reader),
  ].flat();
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
  const nearby = correctWith(word, await termsAround(word, reader, 'typos'));
  return nearby.length > 0 ? nearby : correctWith(word, await termsWithOtherStart(word, reader));
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
