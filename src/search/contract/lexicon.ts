/** A term of the index and its document frequency. */
export interface LexiconTerm {
  term: string;
  texts: number;
}

/**
 * Encodes a piece of the lexicon: a line with the number of terms, then one term per line in order, front-coded. A line starts
 * with the length of the prefix shared with the previous term (one base-36 digit, so at most 35) and ends with the document
 * frequency after a space.
 */
export function encodeLexicon(terms: readonly LexiconTerm[]): string {
  let before = '';
  const lines = terms.map(({ term, texts }) => {
    const shared = statedLength(before, term);
    before = term;
    return `${shared.toString(36)}${term.slice(shared)} ${texts}`;
  });
  return [terms.length, ...lines].map((line) => `${line}\n`).join('');
}

/** Decodes a piece of the lexicon: the inverse of {@link encodeLexicon}. Throws if it is cut off, or is another file. */
export function decodeLexicon(file: string): LexiconTerm[] {
  const [count, ...lines] = file.split('\n');
  const isWhole = lines.pop() === '' && String(lines.length) === count;
  if (!isWhole) throw new Error('This piece of the lexicon is not whole');
  let before = '';
  return lines.map((line) => {
    const blank = line.lastIndexOf(' ');
    before = before.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1, blank);
    return { term: before, texts: Number(line.slice(blank + 1)) };
  });
}

/**
 * Returns the tails of all terms, in order: what follows the first letters of a term, then those letters ({@link fromTail}). A term is
 * found by a tail if a query names the last part of a compound (사서함 of 음성사서함), or if its first letter is mistyped.
 */
export function listTails(terms: readonly LexiconTerm[]): LexiconTerm[] {
  return terms
    .flatMap(({ term, texts }) => tailStarts(term).map((at) => ({ term: toTail(term, at), texts })))
    .sort(byTerm);
}

/** Compares terms for sorting, as all lists of terms are. */
export function byTerm(one: LexiconTerm, other: LexiconTerm): number {
  return one.term < other.term ? -1 : 1;
}

/** Maximum number of tails of a term. */
const maxTails = 12;

function tailStarts(term: string): number[] {
  if (term < '가') return term.length < 4 ? [] : [1, 2];
  // Too many terms end in the same syllable. In terms of two syllables, it is needed if the first one was mistyped.
  const count = term.length === 2 ? 1 : term.length - 2;
  return Array.from({ length: Math.max(0, Math.min(count, maxTails)) }, (_, at) => at + 1);
}

/** Writes a term as its tail from an offset on, a space, and the letters before it: `사서함 음성`. */
function toTail(term: string, at: number): string {
  return `${term.slice(at)} ${term.slice(0, at)}`;
}

/** Restores the term that a tail belongs to. */
export function fromTail(tail: string): string {
  const blank = tail.indexOf(' ');
  return tail.slice(blank + 1) + tail.slice(0, blank);
}

/** Returns the length of the shared prefix that a line can state. */
function statedLength(before: string, term: string): number {
  const length = Math.min(35, sharedLength(before, term));
  // Never split a surrogate pair: the file would contain half a character.
  return length > 0 && before.codePointAt(length - 1) !== before.charCodeAt(length - 1) ? length - 1 : length;
}

/** Returns the length of the prefix that two strings share, in UTF-16 code units. */
export function sharedLength(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let length = 0;
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}
