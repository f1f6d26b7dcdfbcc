import { isHangul, suffixScore } from '../../../korean/index.ts';
import { isSyllabic, keyLength } from '../../contract/index.ts';
import {
  isSyllable,
  startingWith,
  syllablesAround,
  syllablesPerVowel,
  type KeyRange,
} from '../index/key-range.ts';
import type { QueryWord } from '../query/parse-query.ts';
import type { ChoseongWord, QueryLine } from './query-lines.ts';

/**
 * Returns the ranges of keys under which the lines are stored that a query may match, likeliest readings first: see
 * `keysOfLine`.
 */
export function toKeyRanges(
  lines: readonly Pick<QueryLine, 'words'>[],
  choseong: readonly ChoseongWord[] | undefined,
): KeyRange[] {
  const letters = (choseong ?? [])
    .filter((word) => word.letters === undefined)
    .map((word) => startingWith(word.choseong.slice(0, keyLength.choseong)));
  return [
    ...letters,
    ...lines.flatMap(({ words }) => words.flatMap((word, at) => rangesOf(word, at === words.length - 1))),
    ...lines.flatMap(({ words }) =>
      words.flatMap(({ same = [] }) => same.flatMap(({ text }) => rangesOfTerm(text))),
    ),
  ];
}

/** Returns the ranges for titles with a typo in the first letters of a word: those of its inner syllables. */
export function toInnerKeyRanges(words: readonly QueryWord[]): KeyRange[] {
  return words
    .filter(({ text, kind }) => kind === 'hangul' && text.length > keyLength.syllables)
    .flatMap(({ text }) => [1, 2].map((from) => text.slice(from, from + keyLength.syllables)))
    .filter((key) => key.length === keyLength.syllables)
    .map(startingWith);
}

function rangesOfTerm(text: string): KeyRange[] {
  return rangesOf({ text, typed: text, kind: isHangul(text) ? 'hangul' : 'other' }, false);
}

function rangesOf({ text, kind }: QueryWord, isLast: boolean): KeyRange[] {
  if (kind === 'choseong' || kind === 'josa') return [];
  if (!isSyllabic(text)) return [startingWith(text.slice(0, keyLength.letters))];
  return [text, ...stemsOf(text)].map((word) =>
    isLast && word.length <= keyLength.syllables
      ? unfinished(word)
      : startingWith(word.slice(0, keyLength.syllables)),
  );
}

/** Returns a short word without each suffix that it may end in. A longer word has the key of its stem. */
function stemsOf(word: string): string[] {
  if (!isHangul(word) || word.length > keyLength.syllables + 1) return [];
  return [1, 2]
    .filter((length) => length < keyLength.syllables && suffixScore(word.slice(length)) > 0)
    .map((length) => word.slice(0, length));
}

/** The last syllable may get a final consonant, or hand its own on to the next syllable: 덴맠 becomes 덴마크. */
function unfinished(word: string): KeyRange {
  const [last, before] = [word.slice(-1), word.slice(0, -1)];
  if (!isSyllable(last)) return startingWith(before === '' ? word : before);
  return syllablesAround(before, last, syllablesPerVowel);
}
