import { toJamo } from '../../../korean/index.ts';
import { normalise } from '../../contract/index.ts';

/**
 * What of a written word a term is: `쿠버네티스` of `(쿠버네티스에서),`; where the term is no part of it as written, as
 * `빠르` is none of `빨라졌다`, all but the signs around it. Nothing where the word has neither letters nor digits.
 */
export function matchInWord(
  word: string,
  terms: readonly string[],
): readonly [start: number, end: number] | undefined {
  const comparable = normalise(word).toLowerCase();
  // Only where normalising leaves the length alone do places in one hold for the other.
  if (comparable.length === word.length) {
    for (const term of terms) {
      const start = comparable.indexOf(term);
      if (start >= 0) return [start, start + term.length];
    }
  }
  const letters = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(word);
  return letters === null ? undefined : [letters.index, letters.index + letters[0].length];
}

/** The stretches of a text in which words of a query stand, in whatever form they are given. */
export function rangesOf(text: string, terms: readonly string[]): (readonly [start: number, end: number])[] {
  const wanted = terms.filter((term) => term !== '').sort((one, other) => other.length - one.length);
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const comparable = normalise(word).toLowerCase();
    const term =
      wanted.find((each) => standsIn(comparable, each)) ??
      wanted.find((each) => startsLike(comparable, each));
    if (term === undefined) return [];
    const found = matchInWord(word, [term]);
    return found === undefined ? [] : [[index + found[0], index + found[1]] as const];
  });
}

/** Whether a term is a part of a word; a single letter is in too many, and counts where the word begins with it. */
function standsIn(word: string, term: string): boolean {
  return term.length > 1 ? word.includes(term) : withoutSigns(word).startsWith(term);
}

/** Whether a word begins as a term that may not be finished does, letter by letter. */
function startsLike(word: string, term: string): boolean {
  return term.length > 1 && toJamo(withoutSigns(word)).startsWith(toJamo(term));
}

function withoutSigns(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+/u, '');
}
