import type { Locale } from '../../locale/index.ts';

/** Version of everything in this folder: a browser that finds another one in an index must not read on. */
export const contractVersion = 1;

/** Name of the file that leads to all others of an index. */
export const manifestName = 'index.json';

/** What a browser reads first. */
export interface Manifest {
  version: number;
  /** Digest of the whole index; the addresses of all other files hold it, or one of their own content. */
  build: string;
  locales: readonly Locale[];
  /** Pieces of the lexicon, in order: the first term of each, and the name of its file. */
  lexicon: readonly (readonly [first: string, file: string])[];
  /** Name of each locale's outline. */
  outlines: Readonly<Record<Locale, string>>;
  /** Name of each locale's file of {@link DeeperHeadings}. */
  deeper: Readonly<Record<Locale, string>>;
  /** Name of the file of {@link Subjects}. */
  subjects: string;
  /** Folder of Pagefind's own files. */
  pagefind: string;
}

/** What holds for all languages of an article: its place in the list is its number in every outline. */
export interface Subjects {
  /** Path below a locale (`articles/ps-vs-top/`), and numbers of topics. */
  articles: readonly (readonly [path: string, topics: readonly number[]])[];
  topics: readonly { id: string; label: Readonly<Record<Locale, string>> }[];
  /** Names that mean the same: of each term of the glossary all forms, readings and other names. */
  names: readonly (readonly string[])[];
}

/** Titles and upper headings of all texts in one language. */
export interface Outline {
  texts: readonly OutlineText[];
}

/** Headings that an {@link Outline} leaves out, for each of its texts those in their order, written as there. */
export interface DeeperHeadings {
  texts: readonly (readonly string[])[];
}

/** Headings deeper than this stand in a file of their own, which is as large again and seldom asked for. */
export const deepestInOutline = 2;

/** What is known of a text without loading it. */
export type OutlineText = readonly [
  /** Number of the article in {@link Subjects}. */
  article: number,
  /** Name of the text in the index of Pagefind and of its file. */
  id: string,
  /** How many words it has. */
  words: number,
  title: string,
  /**
   * Headings in their order, each a digit from 1 to 6 that says how deep it is and the words after it; a number stands for
   * so many deeper ones that are left out.
   */
  headings: readonly (string | number)[],
];

/** Headings without the deeper ones, a number in place of each row of those. */
export function leaveOutDeeper(headings: readonly string[]): (string | number)[] {
  const kept: (string | number)[] = [];
  for (const heading of headings) {
    const last = kept.at(-1);
    if (Number(heading.charAt(0)) <= deepestInOutline) kept.push(heading);
    else if (typeof last === 'number') kept[kept.length - 1] = last + 1;
    else kept.push(1);
  }
  return kept;
}

/** All headings in their order: the inverse of {@link leaveOutDeeper}. Those that are not given are empty. */
export function putInDeeper(
  headings: readonly (string | number)[],
  deeper: readonly string[] = [],
): string[] {
  const left = deeper.values();
  return headings.flatMap((heading) =>
    typeof heading === 'string' ? [heading] : Array.from({ length: heading }, () => left.next().value ?? ''),
  );
}

/** Name of the file of a {@link StoredText}: JSON, compressed (gzip), since not every host does that with such files. */
export function textName(id: string): string {
  return `text/${id}.narani`;
}

/** A text as it was written, for excerpts. */
export interface StoredText {
  locale: Locale;
  /** The title, the description, then the blocks in their order. Words are counted through all of them. */
  blocks: readonly string[];
  /** Where each heading stands: number of its first word, and its id. In the order of the outline. */
  anchors: readonly (readonly [word: number, id: string])[];
}

/**
 * A term as the index of Pagefind has it, in letters that no term has (U+01C0 to U+01C3), so that Pagefind counts them
 * to the word:
 *
 * - Pagefind searches by beginnings: an end makes a term find itself alone.
 * - Pagefind parts a word at points, and parts of words between letters and digits too: a joint holds them together.
 * - Pagefind 1.5 decomposes Hangul, files the syllables as a variant of their jamo, and leaves variants out of account
 *   where it cuts the index: all of Hangul would be one file. So each syllable goes in as a letter that decomposes into
 *   nothing, in the same order (from U+20000, rare ideographs), with an end of its own that tells it from those.
 */
export function toPagefindTerm(term: string): string {
  const whole = term.replaceAll('.', '\u01c2').replace(joints, '\u01c1');
  const letters = whole.replace(/[가-힣]/g, (syllable) =>
    String.fromCodePoint(0x2_0000 + syllable.charCodeAt(0) - 0xac00),
  );
  return letters + (letters === whole ? '\u01c0' : '\u01c3');
}

/** Between letter and digit, and before the few capitals that have no small form (ℝ). */
const joints = /(?<=\p{N})(?=[^\p{N}])|(?<=[^\p{N}])(?=[\p{N}\p{Lu}])/gu;
