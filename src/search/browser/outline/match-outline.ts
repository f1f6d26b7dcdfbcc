import { stemmer } from 'stemmer';
import { isHangul, suffixScore, toJamo } from '../../../korean/index.ts';
import { sharedLength } from '../../contract/index.ts';
import type { Rewriting } from '../answer.ts';
import type { QueryWord } from '../query/parse-query.ts';
import {
  editDistance,
  fuzzyFind,
  requiredSubstrings,
  typosAllowed,
  type FuzzyMatch,
} from '../query/edit-distance.ts';
import type { Line, LineWord, PreparedOutline } from './prepare-outline.ts';
import type { ChoseongWord, QueryLine } from './query-lines.ts';

/** A title or heading that matches a query. */
export interface LineMatch {
  line: Line;
  /** Quality of the match, from 0 to 1. */
  quality: number;
  by: Rewriting['kind'] | undefined;
  /** The reading that matched, as a person would write it. */
  text: string;
  /** Whether the line contains every word of the query without corrections. */
  isWhole: boolean;
}

/**
 * Returns the quality below which a match is dropped. A title competes with the texts that contain the query even if it has only a part
 * of it, since an article is about what its title names.
 */
function leastQuality({ line, by }: LineMatch): number {
  return line.heading === undefined && (by === undefined || by === 'sound') ? 0.15 : 0.35;
}

/** Matches titles and headings against a query, and returns the best match of each line. */
export function matchOutline(
  { lines, vocabulary, total }: PreparedOutline,
  queries: readonly QueryLine[],
  choseong: readonly ChoseongWord[] | undefined,
): LineMatch[] {
  const best = new Map<Line, LineMatch>();
  let found = 0;
  const add = (match: LineMatch | undefined): void => {
    if (match === undefined || match.quality < leastQuality(match)) return;
    found = Math.max(found, match.quality);
    if (match.quality > (best.get(match.line)?.quality ?? 0)) best.set(match.line, match);
  };
  if (choseong !== undefined) for (const line of lines) add(matchChoseong(line, choseong));
  const find = createVocabularySearch(vocabulary);
  for (const query of queries) {
    for (const line of lines) add(matchWhole(line, query));
    for (const match of matchWords({ lines, vocabulary, total }, query, find)) add(match);
  }
  // Typos are considered only if nothing matches well as typed.
  if (found < 0.88) for (const match of matchFuzzily(lines, queries)) add(match);
  return [...best.values()].sort((one, other) => other.quality - one.quality);
}

/** Prefers lines that contain little besides the query. */
function brevity(part: number, whole: number): number {
  return 0.85 + 0.15 * (part / Math.max(part, whole, 1));
}

function matchWhole(line: Line, { letters, quality, by, text }: QueryLine): LineMatch | undefined {
  const at = findBest(line.letters, letters, line.starts);
  if (at === undefined) return undefined;
  const isStart = line.starts.has(at);
  if (!isStart && letters.length < 4) return undefined;
  const isPart = line.parts.has(at) && line.parts.has(at + letters.length);
  const base = line.letters === letters ? 1 : isPart ? 0.99 : at === 0 ? 0.95 : isStart ? 0.92 : 0.78;
  const fit = base > 0.95 ? base : base * brevity(letters.length, line.letters.length);
  return { line, quality: fit * quality * line.weight, by, text, isWhole: true };
}

/** Returns the offset of a pattern, preferably at the start of a word. */
function findBest(text: string, pattern: string, starts: ReadonlySet<number>): number | undefined {
  let found: number | undefined;
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    if (starts.has(at)) return at;
    found ??= at;
  }
  return found;
}

function matchChoseong(line: Line, words: readonly ChoseongWord[]): LineMatch | undefined {
  // Full words among the initial consonants must occur literally.
  if (words.some(({ letters }) => letters !== undefined && !line.letters.includes(letters))) return undefined;
  const pattern = words.map(({ choseong }) => choseong).join('');
  const found: Omit<LineMatch, 'quality'> = { line, by: 'choseong', text: '', isWhole: true };
  const at = pattern.length < 2 ? undefined : findBest(line.choseong, pattern, line.choseongStarts);
  if (at === undefined) {
    // The line may have josa between the words, which nobody types as initial consonants.
    return words.length > 1 && occurInOrder(line, words)
      ? { ...found, quality: 0.7 * line.weight }
      : undefined;
  }
  const isStart = line.choseongStarts.has(at);
  if (!isStart && pattern.length < 3) return undefined;
  const base = line.choseong === pattern ? 1 : isStart ? (at === 0 ? 0.93 : 0.9) : 0.6;
  const fit = base === 1 ? 1 : base * brevity(pattern.length, line.choseong.length);
  return { ...found, quality: fit * line.weight };
}

/** Returns whether the query words are prefixes of words of the line, in the same order. */
function occurInOrder({ choseong, choseongStarts }: Line, words: readonly ChoseongWord[]): boolean {
  let from = 0;
  return words.every(({ choseong: word }) => {
    const start = [...choseongStarts].find((at) => at >= from && choseong.startsWith(word, at));
    from = (start ?? 0) + word.length;
    return start !== undefined;
  });
}

function* matchFuzzily(lines: readonly Line[], queries: readonly QueryLine[]): Generator<LineMatch> {
  for (const query of queries) {
    const { letters, by } = query;
    const maxDistance = letters.length > maxFuzzyLetters ? 0 : typosAllowed(letters.length);
    // A number with another digit is another number, not a typo.
    if (maxDistance === 0 || by === 'name' || /\p{N}/u.test(letters)) continue;
    const pieces = requiredSubstrings(letters, maxDistance);
    for (const line of lines) {
      // A cheap filter that rules out most lines.
      if (!pieces.some((piece) => line.letters.includes(piece))) continue;
      // An exact match is not a typo.
      if (line.letters.includes(letters)) continue;
      const match = fuzzyFind(letters, line.letters, maxDistance, (at) => line.starts.has(at));
      if (match !== undefined && match.typos > 0) yield toFuzzyMatch(line, query, match, maxDistance);
    }
  }
}

/** Maximum number of letters in a query that is matched fuzzily against whole lines. */
const maxFuzzyLetters = 64;

function toFuzzyMatch(line: Line, query: QueryLine, match: FuzzyMatch, maxDistance: number): LineMatch {
  const { letters, quality, by, text } = query;
  const isAll =
    Math.abs(line.letters.length - letters.length) <= maxDistance &&
    match.end >= line.letters.length - maxDistance;
  const base = (isAll ? 0.86 : 0.78) - 0.12 * (match.typos - 1);
  const fit = base * brevity(letters.length, line.letters.length);
  return { line, quality: fit * quality * line.weight, by: by ?? 'spelling', text, isWhole: false };
}

/** Matches lines that contain words of the query in any order and form. Rare words weigh more. */
function* matchWords(
  { lines, vocabulary, total: lineCount }: PreparedOutline,
  { words, quality, by, text }: QueryLine,
  find: VocabularySearch,
): Generator<LineMatch> {
  if (words.length === 0) return;
  const matched = words.map((word, at) => find(word, at === words.length - 1));
  const sounds = words.map((word) => findBySound(word, find));
  const weights = matched.map((found) => rarity(found, vocabulary, lineCount));
  const isNamed = words.map(({ asks }) => asks !== true);
  const total = sumOf(weights.filter((_, at) => isNamed[at]));
  const fillers = sumOf(weights) - total;
  const queryLength = words.reduce((sum, word) => sum + toJamo(word.text).length, 0);
  for (const line of lines) {
    let sum = 0;
    let fillerSum = 0;
    let isWhole = true;
    let isCorrected = false;
    let isBySound = false;
    for (const [at, found] of matched.entries()) {
      const typed = bestOf(line.words, found);
      const sounded = bestOf(line.words, sounds[at] ?? new Map());
      const best = Math.max(typed, sounded);
      if (sounded > typed) isBySound = true;
      const score = (weights[at] ?? 0) * best;
      if (isNamed[at] === true) sum += score;
      else fillerSum += score;
      if (best === 0 && isNamed[at] === true) isWhole = false;
      if (typed >= sounded && best > 0 && best < leastUncorrected) isCorrected = true;
    }
    if (sum === 0) continue;
    const share = sum / total;
    // A title may be a question: words that only ask decide between lines that are equal otherwise.
    const asked = fillers === 0 ? 1 : 0.9 + 0.1 * (fillerSum / fillers);
    const fit = 0.82 * asked * share ** 2 * brevity(queryLength, line.letters.length);
    yield {
      line,
      quality: fit * quality * line.weight,
      by: by ?? (isCorrected ? 'spelling' : isBySound ? 'sound' : undefined),
      text,
      isWhole: isWhole && !isCorrected && !isBySound,
    };
  }
}

/** A word that matches with lower quality was corrected. */
const leastUncorrected = 0.64;

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function bestOf(words: readonly number[], found: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const word of words) best = Math.max(best, found.get(word) ?? 0);
  return best;
}

/** Returns the inverse frequency of a query word among the lines. */
function rarity(found: ReadonlyMap<number, number>, vocabulary: readonly LineWord[], lines: number): number {
  let count = 0;
  for (const [word, quality] of found) if (quality >= 0.8) count += vocabulary[word]?.lines ?? 0;
  return Math.log(1 + lines / (1 + count));
}

type VocabularySearch = (word: QueryWord, isLast: boolean) => ReadonlyMap<number, number>;

/** Returns the vocabulary words that are the same word in the other script. */
function findBySound({ same = [] }: QueryWord, find: VocabularySearch): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { text, quality } of same) {
    const word: QueryWord = { text, typed: text, kind: isHangul(text) ? 'hangul' : 'other' };
    for (const [number, fit] of find(word, false))
      if (fit >= leastUncorrected) found.set(number, Math.max(fit * quality, found.get(number) ?? 0));
  }
  return found;
}

/** Memoizes lookups: the readings of a query share most of their words. */
function createVocabularySearch(vocabulary: readonly LineWord[]): VocabularySearch {
  const known = new Map<string, ReadonlyMap<number, number>>();
  return (word, isLast) => {
    const key = `${word.kind} ${isLast} ${word.text}`;
    const found = known.get(key) ?? matchVocabulary(word, vocabulary, isLast);
    known.set(key, found);
    return found;
  };
}

/** Returns the vocabulary words that a query word may mean, by index, with the quality of each match. */
function matchVocabulary(
  word: QueryWord,
  vocabulary: readonly LineWord[],
  isLast: boolean,
): Map<number, number> {
  const found = new Map<number, number>();
  if (word.kind === 'choseong') return found;
  const letters = toJamo(word.text);
  const stem = word.kind === 'other' ? stemmer(word.text) : '';
  const maxDistance = /\p{N}/u.test(letters) ? 0 : typosAllowed(letters.length);
  for (const [number, candidate] of vocabulary.entries()) {
    if (candidate.isHangul !== (word.kind === 'hangul')) continue;
    let quality = candidate.isHangul
      ? hangulQuality(word.text, letters, candidate, isLast)
      : latinQuality(word.text, stem, candidate, isLast);
    if (quality === 0 && maxDistance > 0) {
      const typos = editDistance(letters, candidate.letters, maxDistance);
      if (typos <= maxDistance) quality = typos === 1 ? 0.62 : 0.45;
    }
    if (quality > 0) found.set(number, quality);
  }
  return found;
}

function hangulQuality(word: string, letters: string, candidate: LineWord, isLast: boolean): number {
  const { text } = candidate;
  if (text === word) return 1;
  if (text.startsWith(word)) return suffixScore(text.slice(word.length)) > 0 ? 0.95 : 0.8;
  if (word.startsWith(text)) return atLeastUncorrected(0.92 * suffixScore(word.slice(text.length)));
  const shared = sharedLength(word, text);
  if (shared > 1) {
    const both = suffixScore(word.slice(shared)) * suffixScore(text.slice(shared));
    if (both > 0) return atLeastUncorrected(0.9 * both);
  }
  if (isLast && candidate.letters.startsWith(letters)) return 0.8;
  return word.length > 1 && text.includes(word) ? 0.68 : 0;
}

/** Keeps the quality of a word with an unlikely suffix above that of a word with a typo. */
function atLeastUncorrected(quality: number): number {
  return quality === 0 ? 0 : Math.max(leastUncorrected, quality);
}

function latinQuality(word: string, stem: string, candidate: LineWord, isLast: boolean): number {
  const { text } = candidate;
  if (text === word) return 1;
  if (candidate.stem === stem) return isPlural(text, word) ? 0.96 : 0.9;
  if (text.startsWith(word)) return isLast ? 0.82 : word.length > 3 ? 0.66 : 0;
  return word.length > 3 && text.includes(word) ? 0.65 : 0;
}

/** Returns whether two words differ only by a final “s”. */
function isPlural(one: string, other: string): boolean {
  return one === `${other}s` || other === `${one}s`;
}
