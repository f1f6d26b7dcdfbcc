import { stemmer } from 'stemmer';
import { findInflections, isEnding, suffixScore, toJamo } from '../../../korean/index.ts';
import type { LexiconTerm } from '../../contract/index.ts';
import { qualities } from './alternative.ts';

/** A term that may be meant by a query word, with the confidence (`quality`) and its document frequency (`texts`). */
export interface Form {
  term: string;
  quality: number;
  texts: number;
}

/**
 * Returns the terms that are forms of a Korean word, best first: the word itself, its stem, and inflected forms that
 * are indexed as such.
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
    return qualities.form * Math.max(stem, suffixWeight(term, word.slice(term.length)));
  if (term.startsWith(word))
    return qualities.form * Math.max(stem, suffixWeight(word, term.slice(word.length)));
  return qualities.form * stem;
}

/** Discounts stems of a single syllable: what follows one is rarely a suffix. */
function suffixWeight(stem: string, tail: string): number {
  return suffixScore(tail) * (stem.length === 1 ? 0.6 : 1);
}

/** Returns the verb stems that a contracted form may come from, with a confidence. */
export function stemsWithin(word: string): Map<string, number> {
  const stems = new Map<string, number>();
  for (let length = word.length; length >= Math.max(1, word.length - longestEnding); length -= 1) {
    for (const { stem, ending } of findInflections(word.slice(0, length), word.slice(length))) {
      if (isEnding(ending)) stems.set(stem, 0.85 * (stem.length === 1 ? 0.7 : 1));
    }
  }
  return stems;
}

/** Maximum number of syllables in an ending after a contracted stem. */
const longestEnding = 5;

/**
 * Returns the terms with the same stem as a Latin word (Porter 1980), best first.
 *
 * @example
 * latinForms('packets', …) // packets, packet
 */
export function latinForms(word: string, terms: readonly LexiconTerm[]): Form[] {
  const stem = stemmer(word);
  return best(
    terms.flatMap(({ term, texts }): Form[] => {
      if (term === word) return [{ term, quality: qualities.same, texts }];
      // Words with the same stem share a prefix: skip the costly stemmer for all others.
      const isNear = term.startsWith(stem.slice(0, Math.max(2, stem.length - 1)));
      return isNear && stemmer(term) === stem ? [{ term, quality: qualities.form, texts }] : [];
    }),
  );
}

/**
 * Returns the terms that an unfinished word may become, best first, compared by jamo so that a syllable being composed
 * counts.
 */
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

/** Returns whether a word is a stem followed by a josa. */
export function isJosaBehind(word: string, stem: string): boolean {
  return word.startsWith(stem) && suffixScore(word.slice(stem.length)) > 0;
}
