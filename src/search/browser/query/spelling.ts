import { toJamo } from '../../../korean/index.ts';
import type { LexiconTerm } from '../../contract/index.ts';
import { qualities } from './alternative.ts';
import { countSlips, slipsAllowed } from './slips.ts';
import type { Form } from './word-forms.ts';

/** Terms that a word can have been meant for that has a slip in it, fewest slips first; in Hangul a slip is one jamo. */
export function spellings(word: string, terms: readonly LexiconTerm[]): Form[] {
  const letters = toJamo(word);
  const most = slipsAllowed(letters.length);
  if (most === 0) return [];
  return terms
    .flatMap(({ term, texts }) => {
      if (Math.abs(term.length - word.length) > 2) return [];
      const slips = countSlips(letters, toJamo(term), most);
      const quality = slips === 0 || slips > most ? undefined : qualities.spelling[slips - 1];
      return quality === undefined ? [] : [{ term, quality, texts }];
    })
    .sort((one, other) => other.quality - one.quality || other.texts - one.texts);
}
