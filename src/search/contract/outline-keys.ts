import { toChoseong } from '../../korean/index.ts';
import { normalize } from './normalize.ts';
import { splitWords, toRuns, wholeTerm } from './words.ts';

/** Number of letters in a key: two syllables or ideographs, or three letters of another script. */
export const keyLength = { syllables: 2, letters: 3, choseong: 3 } as const;

/**
 * Returns the keys under which a line is stored in the pieces of an outline: the beginnings of its words. A query needs only the pieces
 * with the keys of its own words.
 *
 * - A syllable alone is followed by the next word, as many people type it: 깃설 for 깃 설정.
 * - Words of a title also have the keys of their inner syllables, for the last part of a compound: 사서 for 음성사서함.
 * - Initial consonants run through the line.
 *
 * @example
 * keysOfLine('음성 사서함', false) // ['음성', 'ㅇㅅㅅ', '사서', 'ㅅㅅㅎ']
 */
export function keysOfLine(written: string, isTitle: boolean): Set<string> {
  const words = splitWords(normalize(written)).flatMap(toRuns).map(wholeTerm);
  const keys = new Set<string>();
  for (const [at, word] of words.entries()) {
    if (!isSyllabic(word)) {
      keys.add(word.slice(0, keyLength.letters));
      continue;
    }
    const next = words[at + 1] ?? '';
    keys.add((word.length === 1 && isSyllabic(next) ? word + next : word).slice(0, keyLength.syllables));
    for (let from = 1; isTitle && from + keyLength.syllables <= word.length; from += 1)
      keys.add(word.slice(from, from + keyLength.syllables));
    if (/^[가-힣]/.test(word))
      keys.add(toChoseong(words.slice(at, at + keyLength.choseong).join('')).slice(0, keyLength.choseong));
  }
  return keys;
}

/** Returns whether a word is in Hangul, Han or kana, where two letters say as much as three or more of another script. */
export function isSyllabic(word: string): boolean {
  return word >= '\u3040';
}
