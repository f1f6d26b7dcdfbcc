import { isHangul, mayBeLoanword, soundKeys } from '../../korean/index.ts';
import { byTerm, encodeSound, type LexiconTerm } from '../contract/index.ts';

/**
 * Lists the terms that a query may name in the other script, by their sound: Latin words, and Hangul that may be a loanword and is
 * frequent or in a title or heading.
 *
 * @param inLines the terms of titles and headings
 */
export function listSounds(lexicon: readonly LexiconTerm[], inLines: ReadonlySet<string>): LexiconTerm[] {
  return lexicon
    .filter(({ term, texts }) =>
      isHangul(term) ? mayBeLoanword(term) && (texts > 1 || inLines.has(term)) : /^[a-z]{3,24}$/.test(term),
    )
    .flatMap((each) => soundKeys(each.term).map((key) => encodeSound(key, each)))
    .sort(byTerm);
}
