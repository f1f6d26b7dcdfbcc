import type { LexiconTerm, Manifest } from '../../contract/index.ts';
import type { IndexReader } from './reader.ts';

/**
 * How far around a word terms are looked for: `forms` begin as it does; `slips` only with the same letter or, in Hangul,
 * the same initial consonant; `script` is all that is, or is not, Hangul.
 */
export type Scope = 'forms' | 'slips' | 'script';

/** The terms that may be forms of a word, or what was meant by it, loading no more of the lexicon than that takes. */
export async function termsAround(
  word: string,
  reader: IndexReader,
  scope: Scope,
): Promise<readonly LexiconTerm[]> {
  const { lexicon } = await reader.manifest();
  const [from, to] = rangeAround(word, scope);
  const pieces = piecesWithin(lexicon, from, to);
  const terms = (await Promise.all(pieces.map((piece) => reader.lexicon(piece)))).flat();
  return terms.filter(({ term }) => term >= from && term < to);
}

/** Numbers of the pieces that may hold terms from one, up to but without another. */
export function piecesWithin(pieces: Manifest['lexicon'], from: string, to: string): number[] {
  return pieces.flatMap(([first], number) => {
    const next = pieces[number + 1]?.[0];
    return first < to && (next === undefined || next > from) ? [number] : [];
  });
}

/** Syllables with one initial consonant and one vowel: 27 finals, or none (Unicode Standard, 3.12). */
const syllablesPerVowel = 28;

/** Syllables with one initial consonant: 21 vowels. */
const syllablesPerInitial = 21 * syllablesPerVowel;

const firstSyllable = 0xac00;

const lastSyllable = 0xd7a3;

/** From which term on, and up to which (itself not among them), a scope goes. */
function rangeAround(word: string, scope: Scope): [from: string, to: string] {
  const first = word.codePointAt(0) ?? 0;
  const isHangul = first >= firstSyllable && first <= lastSyllable;
  if (scope === 'script') return isHangul ? ['가', '\ud7a4'] : ['', '가'];
  if (!isHangul) {
    // Forms of a word in Latin letters share more than its first, but words of two letters may have only that.
    const start = scope === 'forms' && word.length > 3 ? word.slice(0, 2) : String.fromCodePoint(first);
    return [start, `${start}\uffff`];
  }
  // In a short word even the vowel of the first syllable may have run together with an ending (와 of 오다), in a longer
  // one only what stands under it: 도와서 of 돕다, 들어서 of 듣다.
  const length = scope === 'forms' && word.length > 2 ? syllablesPerVowel : syllablesPerInitial;
  const start = first - ((first - firstSyllable) % length);
  return [String.fromCodePoint(start), String.fromCodePoint(start + length)];
}
