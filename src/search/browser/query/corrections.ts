import { toJamo } from '../../../korean/index.ts';
import type { LexiconTerm } from '../../contract/index.ts';
import { termsAround } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import { qualities } from './alternative.ts';
import { editDistance, typosAllowed } from './edit-distance.ts';
import type { Query } from './parse-query.ts';
import type { Form } from './word-forms.ts';

/**
 * Returns terms within the allowed edit distance of a misspelled word, nearest first. In Hangul, the distance is
 * measured in jamo.
 */
export function corrections(word: string, terms: readonly LexiconTerm[]): Form[] {
  const letters = toJamo(word);
  const maxDistance = typosAllowed(letters.length);
  if (maxDistance === 0) return [];
  return terms
    .flatMap(({ term, texts }) => {
      if (Math.abs(term.length - word.length) > 2) return [];
      const typos = editDistance(letters, toJamo(term), maxDistance);
      const quality = typos === 0 || typos > maxDistance ? undefined : qualities.spelling[typos - 1];
      return quality === undefined ? [] : [{ term, quality, texts }];
    })
    .sort((one, other) => other.quality - one.quality || other.texts - one.texts);
}

/** Maximum number of suggestions. */
const maxTerms = 4;

/** Returns did-you-mean suggestions for a query without hits: the nearest terms of the index. */
export async function suggestTerms({ words }: Query, reader: IndexReader): Promise<string[]> {
  const near = await Promise.all(
    words.slice(0, 3).map(async ({ text }) => {
      const letters = toJamo(text);
      const maxDistance = Math.floor(letters.length / 2);
      return (await termsAround(text, reader, 'typos'))
        .filter(({ term }) => term.length > 1)
        .map(({ term, texts }) => ({ term, texts, typos: editDistance(letters, toJamo(term), maxDistance) }))
        .filter(({ typos }) => typos <= maxDistance)
        .map((each) => ({ ...each, share: each.typos / letters.length }));
    }),
  );
  const sorted = near.flat().sort((one, other) => one.share - other.share || other.texts - one.texts);
  return [...new Set(sorted.map(({ term }) => term))].slice(0, maxTerms);
}
