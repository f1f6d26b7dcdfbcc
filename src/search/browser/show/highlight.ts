import { toJamo } from '../../../korean/index.ts';
import { normalize } from '../../contract/index.ts';
import type { MarkedText, MarkedPart } from '../answer.ts';

/**
 * Returns the part of a written word that one of the terms matches: `쿠버네티스` in `(쿠버네티스에서),`. If a term is not a substring,
 * such as `빠르` in `빨라졌다`, returns the word without surrounding punctuation. Returns `undefined` if the word has neither
 * letters nor digits.
 */
export function matchInWord(
  word: string,
  terms: readonly string[],
): readonly [start: number, end: number] | undefined {
  const comparable = normalize(word).toLowerCase();
  // Offsets in the normalized word are valid in the original only if the length is unchanged.
  if (comparable.length === word.length) {
    for (const term of terms) {
      const start = comparable.indexOf(term);
      if (start >= 0) return [start, start + term.length];
    }
  }
  const grouped = findGrouped(word, terms);
  if (grouped !== undefined) return grouped;
  const letters = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(word);
  return letters === null ? undefined : [letters.index, letters.index + letters[0].length];
}

/** Finds a number that is written with commas: 35000 in 35,000원. */
function findGrouped(
  word: string,
  terms: readonly string[],
): readonly [start: number, end: number] | undefined {
  for (const term of terms.filter((each) => /^\d{4,}$/.test(each))) {
    const found = new RegExp(term.split('').join(',?')).exec(word);
    if (found !== null) return [found.index, found.index + found[0].length];
  }
  return undefined;
}

/** Returns the ranges of a text that match query words in any form. */
export function rangesOf(text: string, terms: readonly string[]): (readonly [start: number, end: number])[] {
  const nonEmpty = terms.filter((term) => term !== '').sort((one, other) => other.length - one.length);
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const comparable = normalize(word).toLowerCase();
    const term =
      nonEmpty.find((each) => containsTerm(comparable, each)) ??
      nonEmpty.find((each) => startsWithTerm(comparable, each));
    if (term === undefined) return [];
    const found = matchInWord(word, [term]);
    return found === undefined ? [] : [[index + found[0], index + found[1]] as const];
  });
}

/** Returns whether a word contains a term. A term of one letter must be at the start: it is contained in too many words. */
function containsTerm(word: string, term: string): boolean {
  return term.length > 1 ? word.includes(term) : withoutSigns(word).startsWith(term);
}

/** Returns whether a word starts with an unfinished term, compared by jamo. */
function startsWithTerm(word: string, term: string): boolean {
  return term.length > 1 && toJamo(withoutSigns(word)).startsWith(toJamo(term));
}

function withoutSigns(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Splits a text into matching and other pieces. Ranges may overlap, exceed the text and be unsorted. */
export function markRanges(
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
): MarkedText {
  const pieces: MarkedPart[] = [];
  let at = 0;
  for (const [start, until] of [...ranges].sort(([one], [other]) => one - other)) {
    const from = Math.max(start, at);
    const end = Math.min(until, text.length);
    if (end <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), isMatch: false });
    const last = pieces.at(-1);
    if (last?.isMatch === true) last.text += text.slice(from, end);
    else pieces.push({ text: text.slice(from, end), isMatch: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}
