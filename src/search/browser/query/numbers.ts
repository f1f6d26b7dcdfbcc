import { readNumber } from '../../contract/index.ts';
import { hasTerm } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import { qualities, type Alternative } from './alternative.ts';
import type { Query, QueryWord } from './parse-query.ts';

/** Returns readings of adjacent words that are a number with Korean units as that number: 3만 5천 as 35000, if the index has it. */
export async function readNumbers(
  query: Pick<Query, 'words' | 'written'>,
  reader: IndexReader,
): Promise<Alternative[]> {
  const found = listNumbers(query).map(async (reading) => {
    const [number = ''] = reading.terms;
    return (await hasTerm(number, reader)) ? [reading] : [];
  });
  return (await Promise.all(found)).flat();
}

/** A unit may be written like a josa (만), so numbers are read from all words as written. */
function listNumbers({ words, written }: Pick<Query, 'words' | 'written'>): Alternative[] {
  const found: Alternative[] = [];
  for (let at = 0; at < written.length; at += 1) {
    const parts = written.slice(at, at + countParts(written.slice(at)));
    const number = readNumber(parts.map(({ text }) => text).join(''));
    const range = parts.map((part) => words.indexOf(part)).filter((place) => place >= 0);
    if (number === undefined || range.length === 0) continue;
    const [from, to] = [Math.min(...range), Math.max(...range) + 1];
    found.push({ from, to, terms: [number], quality: qualities.form, by: 'form' });
    at += parts.length - 1;
  }
  return found;
}

/** Counts the words that form a number: digits and words that begin with a unit take turns. */
function countParts(words: readonly QueryWord[]): number {
  const patterns = [/^\d+(?:\.\d+)?$/, /^[조억만천백십]/];
  const end = words.findIndex(({ text }, at) => patterns[at % 2]?.test(text) !== true);
  return end === -1 ? words.length : end;
}
