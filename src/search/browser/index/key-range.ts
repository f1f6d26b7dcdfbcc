/** A range of keys: `from` inclusive, `to` exclusive. */
export type KeyRange = readonly [from: string, to: string];

/** Returns the range of keys with a beginning. */
export function startingWith(beginning: string): KeyRange {
  return [beginning, `${beginning}\uffff`];
}

/** Returns the range of a single key. */
export function exactly(key: string): KeyRange {
  return [key, `${key}\0`];
}

/** Syllables with the same initial consonant and vowel: 27 final consonants, or none (Unicode Standard, 3.12). */
export const syllablesPerVowel = 28;

/** Syllables with the same initial consonant: 21 vowels. */
export const syllablesPerInitial = 21 * syllablesPerVowel;

const firstSyllable = 0xac00;

const lastSyllable = 0xd7a3;

/** Returns whether a word begins with a syllable of Hangul. */
export function isSyllable(word: string): boolean {
  const first = word.codePointAt(0) ?? 0;
  return first >= firstSyllable && first <= lastSyllable;
}

/**
 * Returns the range of keys with a beginning and one of the syllables that share something with the given one: its initial consonant, or
 * also its vowel.
 *
 * @param length {@link syllablesPerInitial} or {@link syllablesPerVowel}
 */
export function syllablesAround(before: string, syllable: string, length: number): KeyRange {
  const code = syllable.charCodeAt(0);
  const start = code - ((code - firstSyllable) % length);
  return [before + String.fromCharCode(start), before + String.fromCharCode(start + length)];
}
