import { isHangul } from '../../../korean/index.ts';
import { normalize, splitWords, toRuns, wholeTerm } from '../../contract/index.ts';
import { termsAround } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import { qualities, type Alternative } from './alternative.ts';
import type { QueryWord } from './parse-query.ts';
import { hangulForms, isJosaBehind, latinForms } from './word-forms.ts';

/** Returns the synonyms of glossary names in the query, as alternatives. */
export async function findSynonyms(
  words: readonly QueryWord[],
  reader: IndexReader,
  names: readonly (readonly string[])[],
): Promise<Alternative[]> {
  const found = findGlossaryNames(words, names);
  const read = found.map(async ({ from, to, others }) => {
    const known = await Promise.all(others.map(async (name) => termsOfName(name, reader)));
    return known
      .filter((terms) => terms !== undefined)
      .slice(0, 6)
      .map((terms): Alternative => ({ from, to, terms, quality: qualities.name, by: 'name' }));
  });
  return (await Promise.all(read)).flat();
}

/** Finds word ranges of a query that are glossary names, with their synonyms. */
export function findGlossaryNames(
  words: readonly QueryWord[],
  names: readonly (readonly string[])[],
): { from: number; to: number; others: readonly string[] }[] {
  const found: { from: number; to: number; others: readonly string[] }[] = [];
  const spelled = names.map((group) => group.map(compact));
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to += 1) {
      const stretch = compact(
        words
          .slice(from, to)
          .map(({ text }) => text)
          .join(''),
      );
      for (const [at, group] of spelled.entries()) {
        const isNamed = group.map(
          (name) => name === stretch || (isHangul(name) && isJosaBehind(stretch, name)),
        );
        const others = (names[at] ?? []).filter((_name, number) => isNamed[number] === false);
        if (isNamed.includes(true) && others.length > 0) found.push({ from, to, others });
      }
    }
  }
  return found;
}

/** Returns a name in the form used for comparison: lower case, no spaces or punctuation. */
function compact(name: string): string {
  return toRuns(normalize(name)).map(wholeTerm).join('');
}

/** Returns the terms of a name's words, or `undefined` if the index lacks any. */
async function termsOfName(name: string, reader: IndexReader): Promise<string[] | undefined> {
  const runs = splitWords(name).flatMap((word) => toRuns(normalize(word)));
  const terms = await Promise.all(
    runs.map(async (run) => {
      const word = wholeTerm(run);
      const terms = await termsAround(word, reader, 'forms');
      const forms = run.script === 'other' ? latinForms(word, terms) : hangulForms(word, terms);
      return forms.find(({ quality }) => quality >= 0.8)?.term;
    }),
  );
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length && known.length > 0 ? known : undefined;
}
