/** A term of the index and how many texts hold it. */
export interface LexiconTerm {
  term: string;
  texts: number;
}

/**
 * A piece of the lexicon as a file: terms in order, a line each, with what the one before begins with left out. The
 * first sign of a line counts that (in base 36, `z` at most), the number behind a blank the texts.
 */
export function encodeLexicon(terms: readonly LexiconTerm[]): string {
  let before = '';
  return terms
    .map(({ term, texts }) => {
      const shared = sharedLength(before, term);
      before = term;
      return `${shared.toString(36)}${term.slice(shared)} ${texts}`;
    })
    .join('\n');
}

/** The terms of a piece of the lexicon, in their order: the inverse of {@link encodeLexicon}. */
export function decodeLexicon(file: string): LexiconTerm[] {
  let before = '';
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const blank = line.lastIndexOf(' ');
      before = before.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1, blank);
      return { term: before, texts: Number(line.slice(blank + 1)) };
    });
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 35);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  // A character of two units stays whole, or the file would hold half of it.
  return length > 0 && one.codePointAt(length - 1) !== one.charCodeAt(length - 1) ? length - 1 : length;
}
