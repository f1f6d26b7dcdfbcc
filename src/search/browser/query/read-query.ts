import { hangulToKeys, isHangul, keysToHangul, suffixScore, toChoseong } from '../../../korean/index.ts';
import { normalise, splitWords, toRuns, wholeTerm, type LexiconTerm } from '../../contract/index.ts';
import { termsAround } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import { qualities, type Alternative } from './alternative.ts';
import type { FoundAlternative } from '../rank/text-places.ts';
import { cutCompound } from './compound.ts';
import type { Query, QueryWord } from './parse-query.ts';
import { spellings } from './spelling.ts';
import { completions, hangulForms, latinForms, type Form } from './word-forms.ts';

/** How a query is read. */
export interface ReadOptions {
  /** Whether only the words as they were typed are meant. */
  isLiteral: boolean;
  /** Names by which the glossary knows the same thing. */
  names: readonly (readonly string[])[];
  /** Where alternatives stand; those that stand nowhere are given too. */
  locate: (alternatives: readonly Alternative[]) => Promise<readonly FoundAlternative[]>;
}

/** Forms of a word that are asked for, and readings of it where it is unknown. */
const mostForms = 4;

/** What each word of a query can stand for in the index, and where that stands. */
export async function readQuery(
  { words }: Query,
  reader: IndexReader,
  { isLiteral, names, locate }: ReadOptions,
): Promise<FoundAlternative[]> {
  if (isLiteral) {
    const typed = await Promise.all(words.map(async ({ text }, at) => readLiterally(text, at, reader)));
    return [...(await locate(typed.flat()))];
  }
  const perWord = words.map(async (word, at) => readWord(word, at, { words, reader, locate }));
  const together = [...(await readJoined(words, reader)), ...(await readNames(words, reader, names))];
  return [...(await Promise.all(perWord)).flat(), ...(await locate(together))].filter(
    ({ texts }) => texts.size > 0,
  );
}

interface WordContext {
  words: readonly QueryWord[];
  reader: IndexReader;
  locate: ReadOptions['locate'];
}

/**
 * What a word stands for: as it was typed, else on the other layout or as initial consonants, else as a part of longer
 * words, else with its slips mended. What comes later is read only where nothing before stands anywhere.
 */
async function readWord(
  word: QueryWord,
  at: number,
  { words, reader, locate }: WordContext,
): Promise<FoundAlternative[]> {
  const isLast = at === words.length - 1;
  const isMendable = word.kind !== 'choseong' && !/\p{N}/u.test(word.text);
  const stages: (() => Promise<Reading[]>)[] = [
    ...(word.kind === 'choseong' ? [] : [async () => readAsTyped(word.text, reader, isLast)]),
    async () => readOtherLayout(word, reader, isLast),
    ...(word.kind === 'choseong' ? [async () => readChoseong(word.text, reader)] : []),
    ...(word.kind === 'hangul' ? [async () => readWithin(word.text, reader)] : []),
    ...(isMendable ? [async () => readMended(word.text, reader)] : []),
  ];
  const found: FoundAlternative[] = [];
  for (const stage of stages) {
    const readings = await stage();
    const located = await locate(readings.map((reading) => ({ from: at, to: at + 1, ...reading })));
    found.push(...located.filter(({ texts }) => texts.size > 0));
    if (found.some(({ alternative }) => alternative.quality >= 0.5)) break;
  }
  return found;
}

/** A word itself, if the index has it: the index can't be asked for what it doesn't have. */
async function readLiterally(text: string, at: number, reader: IndexReader): Promise<Alternative[]> {
  const around = await termsAround(text, reader, 'forms');
  // Hangul stands there by its stem; that the words are as they were typed is seen to in the texts themselves.
  const forms = isHangul(text) ? hangulForms(text, around) : around.filter(({ term }) => term === text);
  return forms
    .slice(0, mostForms)
    .map(({ term }) => ({ from: at, to: at + 1, terms: [term], quality: 1, by: 'form' }));
}

type Reading = Omit<Alternative, 'from' | 'to'>;

/** The word itself, its forms, what it may be the beginning of, and the words it may be made of. */
async function readAsTyped(word: string, reader: IndexReader, isLast: boolean): Promise<Reading[]> {
  const around = await termsAround(word, reader, 'forms');
  const all = isHangul(word) ? hangulForms(word, around) : latinForms(word, around);
  const best = all[0]?.quality ?? 0;
  const forms = all.filter(({ quality }) => quality >= 0.6 * best).slice(0, mostForms);
  const readings = forms.map((form) => toReading(form, 'form'));
  const hasForm = best >= 0.6;
  if (isLast) {
    const more = completions(word, around).filter(({ term }) => !forms.some((form) => form.term === term));
    readings.push(...more.slice(0, hasForm ? 1 : mostForms).map((form) => toReading(form, 'beginning')));
  }
  if (!hasForm && isHangul(word) && word.length > 2) {
    const cuts = cutCompound(word, await knownPieces(word, reader));
    readings.push(...cuts.map((terms): Reading => ({ terms, quality: qualities.spacing, by: 'form' })));
  }
  return readings;
}

/** Whether the lexicon knows a piece of a word. */
async function knownPieces(word: string, reader: IndexReader): Promise<(piece: string) => boolean> {
  const pieces = await Promise.all(
    [...new Set(word)].map(async (start) => termsAround(start, reader, 'forms')),
  );
  const terms = new Set(pieces.flat().map(({ term }) => term));
  return (piece) => terms.has(piece);
}

function toReading({ term, quality }: Form, by: Alternative['by']): Reading {
  return { terms: [term], quality, by };
}

/** What the same keys would have typed on the other layout, if the lexicon knows that. */
async function readOtherLayout(word: QueryWord, reader: IndexReader, isLast: boolean): Promise<Reading[]> {
  const other = switchLayout(word);
  if (other === undefined) return [];
  const read = await readAsTyped(other, reader, isLast);
  const found = read.length > 0 ? read : await readMended(other, reader);
  return found.map((reading) => ({ ...reading, quality: reading.quality * qualities.layout, by: 'layout' }));
}

/** A word as the other keyboard layout would have had it, if that makes a word. */
export function switchLayout({ text, typed, kind }: QueryWord): string | undefined {
  if (kind !== 'other') {
    const keys = hangulToKeys(text).toLowerCase();
    return /^[a-z]{2,}$/.test(keys) ? keys : undefined;
  }
  const hangul = /^[A-Za-z]{2,}$/.test(typed) ? keysToHangul(typed) : undefined;
  return hangul !== undefined && isHangul(hangul) && /[가-힣]/.test(hangul) ? hangul : undefined;
}

/** Terms whose initial consonants these are. */
async function readChoseong(letters: string, reader: IndexReader): Promise<Reading[]> {
  if (letters.length < 2) return [];
  const terms = await termsAround('가', reader, 'script');
  return terms
    .filter(({ term }) => isHangul(term) && toChoseong(term) === letters)
    .sort((one, other) => other.texts - one.texts)
    .slice(0, mostForms)
    .map(({ term }) => ({ terms: [term], quality: qualities.choseong, by: 'choseong' }));
}

/** Terms within which a word stands that is no term itself: a part of a compound that the analyser did not part. */
async function readWithin(word: string, reader: IndexReader): Promise<Reading[]> {
  const stems = [word, ...stemsOf(word)].filter((stem) => stem.length > 1);
  if (stems.length === 0) return [];
  const terms = await termsAround(word, reader, 'script');
  const [stem] = stems.filter((each) => terms.some(({ term }) => term.includes(each)));
  if (stem === undefined) return [];
  return terms
    .filter(({ term }) => term.includes(stem))
    .sort((one, other) => one.term.length - other.term.length || other.texts - one.texts)
    .slice(0, 6)
    .map(({ term }) => ({ terms: [term], quality: qualities.part, by: 'form' }));
}

/** What a word may be with its slips mended; a slip in its first letter is looked for only where there is no other. */
async function readMended(word: string, reader: IndexReader): Promise<Reading[]> {
  const nearby = mendWith(word, await termsAround(word, reader, 'slips'));
  return nearby.length > 0 ? nearby : mendWith(word, await termsAround(word, reader, 'script'));
}

function mendWith(word: string, terms: readonly LexiconTerm[]): Reading[] {
  const whole = spellings(word, terms);
  const found =
    whole.length > 0 || !isHangul(word) ? whole : stemsOf(word).flatMap((stem) => spellings(stem, terms));
  return found.slice(0, 3).map((form) => toReading(form, 'spelling'));
}

/** What a word may be without the josa it seems to end in: a slip can stand before one. */
function stemsOf(word: string): string[] {
  const lengths = [1, 2, 3].map((tail) => word.length - tail).filter((length) => length > 1);
  return lengths.map((length) => word.slice(0, length)).filter((stem) => isJosaBehind(word, stem));
}

function isJosaBehind(word: string, stem: string): boolean {
  return word.startsWith(stem) && suffixScore(word.slice(stem.length)) > 0;
}

/** Words in a row that the index knows written as one: 음성 사서함 for 음성사서함. */
async function readJoined(words: readonly QueryWord[], reader: IndexReader): Promise<Alternative[]> {
  const pairs = words.slice(0, -1).map(async (word, at): Promise<Alternative[]> => {
    const next = words[at + 1];
    if (next === undefined || word.kind === 'choseong' || next.kind !== word.kind) return [];
    const both = word.text + next.text;
    const around = await termsAround(both, reader, 'forms');
    const forms = isHangul(both) ? hangulForms(both, around) : latinForms(both, around);
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

/** Other names of what the query, or a part of it, names. */
async function readNames(
  words: readonly QueryWord[],
  reader: IndexReader,
  names: readonly (readonly string[])[],
): Promise<Alternative[]> {
  const found = findNames(words, names);
  const read = found.map(async ({ from, to, others }) => {
    const known = await Promise.all(others.map(async (name) => termsOfName(name, reader)));
    return known
      .filter((terms) => terms !== undefined)
      .slice(0, 6)
      .map((terms): Alternative => ({ from, to, terms, quality: qualities.name, by: 'name' }));
  });
  return (await Promise.all(read)).flat();
}

/** Stretches of a query that are names in the glossary, and the other names of the same thing. */
export function findNames(
  words: readonly QueryWord[],
  names: readonly (readonly string[])[],
): { from: number; to: number; others: readonly string[] }[] {
  const found: { from: number; to: number; others: readonly string[] }[] = [];
  const spelled = names.map((group) => group.map(compact));
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to += 1) {
      const stretch = compact(
        words
          .slice(from, to)
          .map(({ text }) => text)
          .join(''),
      );
      for (const [at, group] of spelled.entries()) {
        const isNamed = group.map(
          (name) => name === stretch || (isHangul(name) && isJosaBehind(stretch, name)),
        );
        const others = (names[at] ?? []).filter((_name, number) => isNamed[number] === false);
        if (isNamed.includes(true) && others.length > 0) found.push({ from, to, others });
      }
    }
  }
  return found;
}

/** A name as it is compared: in lower case, without blanks or signs. */
function compact(name: string): string {
  return toRuns(normalise(name)).map(wholeTerm).join('');
}

/** The terms of a name's words, if the index knows each of them. */
async function termsOfName(name: string, reader: IndexReader): Promise<string[] | undefined> {
  const runs = splitWords(name).flatMap((word) => toRuns(normalise(word)));
  const terms = await Promise.all(
    runs.map(async (run) => {
      const word = wholeTerm(run);
      const around = await termsAround(word, reader, 'forms');
      const forms = run.script === 'other' ? latinForms(word, around) : hangulForms(word, around);
      return forms.find(({ quality }) => quality >= 0.8)?.term;
    }),
  );
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length && known.length > 0 ? known : undefined;
}
