import type { LexiconTerm, Manifest } from '../../contract/index.ts';
import type { IndexReader } from './reader.ts';

/**
 * The terms around a word to load: `forms` start like it; `typos` share its first letter or, in Hangul, its initial
 * consonant; `script` is all Hangul terms, or all others.
 */
export type Scope = 'forms' | 'typos' | 'script';

/** Returns the terms in a scope around a word, loading only the chunks of the lexicon that contain them. */
export async function termsAround(
  word: string,
  reader: IndexReader,
  scope: Scope,
): Promise<readonly LexiconTerm[]> {
  const { lexicon } = await reader.manifest();
  const [from, to] = rangeAround(word, scope);
  const chunks = findChunks(lexicon, from, to);
  const terms = (await Promise.all(chunks.map((chunk) => reader.lexicon(chunk)))).flat();
  return terms.filter(({ term }) => term >= from && term < to);
}

/** Returns the indexes of the chunks that may contain terms in the range `from` (inclusive) to `to` (exclusive). */
export function findChunks(chunks: Manifest['lexicon'], from: string, to: string): number[] {
  return chunks.flatMap(([first], number) => {
    const next = chunks[number + 1]?.[0];
    return first < to && (next === undefined || next > from) ? [number] : [];
  });
}

/** Syllables with the same initial consonant and vowel: 27 final consonants, or none (Unicode Standard, 3.12). */
const syllablesPerVowel = 28;

/** Syllables with the same initial consonant: 21 vowels. */
const syllablesPerInitial = 21 * syllablesPerVowel;

const firstSyllable = 0xac00;

const lastSyllable = 0xd7a3;

/** Returns the range of terms in a scope: `from` inclusive, `to` exclusive. */
function rangeAround(word: string, scope: Scope): [from: string, to: string] {
  const first = word.codePointAt(0) ?? 0;
  const isHangul = first >= firstSyllable && first <= lastSyllable;
  if (scope === 'script') return isHangul ? ['가', '\ud7a4'] : ['', '가'];
  if (!isHangul) {
    // Forms of a Latin word share more than its first letter, except in short words.
    const start = scope === 'forms' && word.length > 3 ? word.slice(0, 2) : String.fromCodePoint(first);
    return [start, `${start}\uffff`];
  }
  // In a short word, contraction may change even the vowel of the first syllable (와 of 오다); in a longer one, only the
  // final consonant (도와서 of 돕다, 들어서 of 듣다).
  const length = scope === 'forms' && word.length > 2 ? syllablesPerVowel : syllablesPerInitial;
  const start = first - ((first - firstSyllable) % length);
  return [String.fromCodePoint(start), String.fromCodePoint(start + length)];
}
