import { isHangul, mayBeLoanword, singularsOf, soundKeys } from '../../korean/index.ts';
import { byTerm, encodeSound, type LexiconTerm } from '../contract/index.ts';

/**
 * Lists the terms that a query may name in the other script, by their sound: Latin words, and Hangul that may be a loanword and is
 * frequent or in a title or heading.
 *
 * @param inLines the terms of titles and headings
 */
export function listSounds(lexicon: readonly LexiconTerm[], inLines: ReadonlySet<string>): LexiconTerm[] {
  const known = new Set(lexicon.map(({ term }) => term));
  /** The keys of a plural are also those of its singular, unless the list has that itself. */
  const keysOf = (term: string): string[] => {
    const spelled = isHangul(term) ? [term] : singularsOf(term);
    return spelled.filter((each) => each === term || !known.has(each)).flatMap(soundKeys);
  };
  return lexicon
    .filter(({ term, texts }) =>
      isHangul(term) ? mayBeLoanword(term) && (texts > 1 || inLines.has(term)) : /^[a-z]{3,24}$/.test(term),
    )
    .flatMap((each) => [...new Set(keysOf(each.term))].map((key) => encodeSound(key, each)))
    .sort(byTerm);
}
