import { toJamo } from '../../../korean/index.ts';
import { termsAround } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import type { Query } from './parse-query.ts';
import { countSlips } from './slips.ts';

/** Terms that are suggested at most. */
const mostTerms = 4;

/** Terms of the index that come nearest to the words of a query that found nothing, nearest first. */
export async function nearTerms({ words }: Query, reader: IndexReader): Promise<string[]> {
  const near = await Promise.all(
    words.slice(0, 3).map(async ({ text }) => {
      const letters = toJamo(text);
      const most = Math.floor(letters.length / 2);
      return (await termsAround(text, reader, 'slips'))
        .filter(({ term }) => term.length > 1)
        .map(({ term, texts }) => ({ term, texts, slips: countSlips(letters, toJamo(term), most) }))
        .filter(({ slips }) => slips <= most)
        .map((each) => ({ ...each, share: each.slips / letters.length }));
    }),
  );
  const sorted = near.flat().sort((one, other) => one.share - other.share || other.texts - one.texts);
  return [...new Set(sorted.map(({ term }) => term))].slice(0, mostTerms);
}
