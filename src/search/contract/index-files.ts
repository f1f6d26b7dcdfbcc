import type { Locale } from '../../locale/index.ts';

/** Version of the formats in this folder. A browser must not read an index of another version. */
export const contractVersion = 3;

/** The manifest, which names all other files of an index. */
export const manifestName = 'index.json';

/** The first file that a browser reads. */
export interface Manifest {
  version: number;
  /**
   * Hash of the whole index. Addresses of the other files contain it or a hash of their own content, so they can be
   * cached.
   */
  build: string;
  locales: readonly Locale[];
  /** Pieces of the lexicon in order: the first term of each, and its file name. */
  lexicon: readonly (readonly [first: string, file: string])[];
  /** Pieces of the tails of all terms, in the same format: see `listTails`. */
  tails: readonly (readonly [first: string, file: string])[];
  /** File name of each locale's {@link Outline}. */
  outlines: Readonly<Record<Locale, string>>;
  /** File name of each locale's {@link DeeperHeadings}. */
  deeper: Readonly<Record<Locale, string>>;
  /** File name of {@link Subjects}. */
  subjects: string;
  /** Folder of Pagefind's files. */
  pagefind: string;
}

/** Language-independent data. The index of an article in `articles` is its number in every outline. */
export interface Subjects {
  /** Path below a locale (`articles/ps-vs-top/`) and indexes into `topics`. */
  articles: readonly (readonly [path: string, topics: readonly number[]])[];
  topics: readonly { id: string; label: Readonly<Record<Locale, string>> }[];
  /** Groups of synonyms from the glossary: names, readings and aliases of each term. */
  names: readonly (readonly string[])[];
}

/** Titles and upper headings of all texts in one language. */
export interface Outline {
  texts: readonly OutlineText[];
}

/** The headings that an {@link Outline} omits: for each of its texts in order, in the same format. */
export interface DeeperHeadings {
  texts: readonly (readonly string[])[];
}

/** Deeper headings are stored in a separate file, which is as large as the outline and rarely needed. */
export const maxOutlineDepth = 2;

/** Metadata of a text. */
export type OutlineText = readonly [
  /** Index of the article in {@link Subjects}. */
  article: number,
  /** Id of the text in Pagefind's index and in its file name. */
  id: string,
  /** Word count. */
  words: number,
  title: string,
  /**
   * Headings in order, each a digit from 1 to 6 (its level) followed by its text. A number counts omitted deeper headings.
   */
  headings: readonly (string | number)[],
];

/** Replaces each run of deeper headings by its length. */
export function omitDeeperHeadings(headings: readonly string[]): (string | number)[] {
  const result: (string | number)[] = [];
  for (const heading of headings) {
    const last = result.at(-1);
    if (Number(heading.charAt(0)) <= maxOutlineDepth) result.push(heading);
    else if (typeof last === 'number') result[result.length - 1] = last + 1;
    else result.push(1);
  }
  return result;
}

/** Restores the omitted headings: the inverse of {@link omitDeeperHeadings}. Missing ones become empty strings. */
export function restoreDeeperHeadings(
  headings: readonly (string | number)[],
  deeper: readonly string[] = [],
): string[] {
  const left = deeper.values();
  return headings.flatMap((heading) =>
    typeof heading === 'string' ? [heading] : Array.from({ length: heading }, () => left.next().value ?? ''),
  );
}

/** Returns the file name of a {@link StoredText}. It is gzipped JSON, since not every host compresses such files. */
export function textName(id: string): string {
  return `text/${id}.narani`;
}

/** A text as written, for excerpts. */
export interface StoredText {
  locale: Locale;
  /** Title, description, then the blocks in order. Word numbers run through all of them. */
  blocks: readonly string[];
  /** Number of the first word and id of each heading, in the order of the outline. */
  anchors: readonly (readonly [word: number, id: string])[];
}

/** The id of the heading of a page’s footnotes in {@link StoredText.anchors}, as in the pages. No other heading can have it. */
export const footnotesId = 'footnote-label';

/**
 * Encodes a term for Pagefind, so that Pagefind treats it as one indivisible word and finds it exactly. The encoding
 * uses the letters U+01C0 to U+01C3, which occur in no term:
 *
 * - Pagefind matches prefixes: an end mark makes the match exact.
 * - Pagefind splits words at periods, and between letters and digits: periods are replaced and joints inserted.
 * - Pagefind 1.5 decomposes Hangul, stores syllables as variants of their jamo, and ignores variants when it splits its
 *   index into files, so all of Hangul would be one file. Each syllable is therefore mapped, in order, to a letter
 *   without a decomposition (rare ideographs from U+20000). A different end mark distinguishes it from the real ideograph.
 */
export function toPagefindTerm(term: string): string {
  const whole = term.replaceAll('.', '\u01c2').replace(joints, '\u01c1');
  const letters = whole.replace(/[가-힣]/g, (syllable) =>
    String.fromCodePoint(0x2_0000 + syllable.charCodeAt(0) - 0xac00),
  );
  return letters + (letters === whole ? '\u01c0' : '\u01c3');
}

/** Matches where Pagefind would split a word: between letter and digit, and before capitals that have no lower case (ℝ). */
const joints = /(?<=\p{N})(?=[^\p{N}])|(?<=[^\p{N}])(?=[\p{N}\p{Lu}])/gu;
