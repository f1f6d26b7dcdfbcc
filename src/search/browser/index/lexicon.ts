import type { LexiconTerm, Manifest } from '../../contract/index.ts';
import type { IndexReader } from './reader.ts';

/**
 * The terms among which forms and likely misspellings of a word are: all that begin with the same letter or, in Hangul,
 * with the same initial consonant. `everywhere` takes in all others in its script, for a slip in the first letter.
 */
export async function termsAround(
  word: string,
  reader: IndexReader,
  scope: 'nearby' | 'everywhere' = 'nearby',
): Promise<readonly LexiconTerm[]> {
  const { lexicon } = await reader.manifest();
  const [from, to] = scope === 'nearby' ? rangeAround(word) : rangeOfScript(word);
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

/** Syllables with one initial consonant: 21 vowels × 28 finals (Unicode Standard, 3.12). */
const syllablesPerInitial = 588;

const firstSyllable = 0xac00;

const lastSyllable = 0xd7a3;

function rangeAround(word: string): [from: string, to: string] {
  const first = word.codePointAt(0) ?? 0;
  if (first < firstSyllable || first > lastSyllable)
    return [String.fromCodePoint(first), String.fromCodePoint(first + 1)];
  const start = first - ((first - firstSyllable) % syllablesPerInitial);
  return [String.fromCodePoint(start), String.fromCodePoint(start + syllablesPerInitial)];
}

function rangeOfScript(word: string): [from: string, to: string] {
  const isHangul = word >= '가' && word <= '힣\uffff';
  return isHangul ? ['가', '힤'] : ['', '가'];
}
