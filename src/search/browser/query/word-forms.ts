import { stemmer } from 'stemmer';
import { findInflections, isEnding, suffixScore, toJamo } from '../../../korean/index.ts';
import type { LexiconTerm } from '../../contract/index.ts';
import { qualities } from './alternative.ts';

/** A term of the lexicon that a word can stand for, and how sure that is. */
export interface Form {
  term: string;
  quality: number;
  texts: number;
}

/**
 * Terms that are forms of a word: itself, the stem that an inflected word holds, and forms of it that the index holds
 * whole; best first.
 *
 * @example
 * hangulForms('클러스터를', …) // 클러스터
 */
export function hangulForms(word: string, terms: readonly LexiconTerm[]): Form[] {
  const changed = stemsWithin(word);
  return best(
    terms.flatMap(({ term, texts }) => {
      const quality = hangulFormQuality(word, term, changed);
      return quality === 0 ? [] : [{ term, quality, texts }];
    }),
  );
}

function hangulFormQuality(word: string, term: string, changed: ReadonlyMap<string, number>): number {
  if (term === word) return qualities.same;
  const stem = changed.get(term) ?? 0;
  if (word.startsWith(term))
    return qualities.form * Math.max(stem, tailWeight(term, word.slice(term.length)));
  if (term.startsWith(word))
    return qualities.form * Math.max(stem, tailWeight(word, term.slice(word.length)));
  return qualities.form * stem;
}

/** A single syllable is a word so rarely that what follows it hardly ever is its tail. */
function tailWeight(stem: string, tail: string): number {
  return suffixScore(tail) * (stem.length === 1 ? 0.6 : 1);
}

/** Stems that the beginnings of a word may be, changed by what follows, each with how well that fits. */
function stemsWithin(word: string): Map<string, number> {
  const stems = new Map<string, number>();
  for (let length = word.length; length >= Math.max(1, word.length - longestEnding); length -= 1) {
    for (const { stem, ending } of findInflections(word.slice(0, length), word.slice(length))) {
      if (isEnding(ending)) stems.set(stem, 0.85 * (stem.length === 1 ? 0.7 : 1));
    }
  }
  return stems;
}

/** Syllables of the longest ending that is looked for behind a changed stem. */
const longestEnding = 5;

/**
 * Terms that are forms of a word in Latin letters: those with the same stem (Porter 1980), best first.
 *
 * @example
 * latinForms('packets', …) // packets, packet
 */
export function latinForms(word: string, terms: readonly LexiconTerm[]): Form[] {
  const stem = stemmer(word);
  return best(
    terms.flatMap(({ term, texts }): Form[] => {
      if (term === word) return [{ term, quality: qualities.same, texts }];
      // Stems of one word begin alike, so most need not be worked out.
      const isNear = term.startsWith(stem.slice(0, Math.max(2, stem.length - 1)));
      return isNear && stemmer(term) === stem ? [{ term, quality: qualities.form, texts }] : [];
    }),
  );
}

/** Terms that begin as a word does that may not be finished, a syllable still being composed counting by its letters. */
export function completions(word: string, terms: readonly LexiconTerm[]): Form[] {
  const letters = toJamo(word);
  return terms
    .flatMap(({ term, texts }) => {
      const of = toJamo(term);
      if (!of.startsWith(letters) || term === word) return [];
      return [{ term, texts, quality: qualities.beginning * (0.6 + 0.4 * (letters.length / of.length)) }];
    })
    .sort((one, other) => other.quality * Math.log1p(other.texts) - one.quality * Math.log1p(one.texts));
}

function best(forms: Form[]): Form[] {
  return forms.sort((one, other) => other.quality - one.quality || other.texts - one.texts);
}
