import type { Locale } from '../../locale/index.ts';

/** Version of the formats in this folder. A browser must not read an index of another version. */
export const contractVersion = 6;

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
  /** All terms, by their first letters. */
  lexicon: Pieces;
  /** The tails of all terms, in the same format: see `listTails`. */
  tails: Pieces;
  /** Terms by their sound: see `encodeSound`. */
  sounds: Pieces;
  /** Words that mean the same in two languages: each, a space, and its partner, with their association in percent. */
  pairs: Pieces;
  /** File name of the subjects: see `encodeSubjects`. */
  subjects: string;
  /** The cards of the texts in each language, in their order. */
  cards: Readonly<Record<Locale, CardPieces>>;
  /** Titles and upper headings in each language, by {@link OutlinePiece}. */
  outlines: Readonly<Record<Locale, LinePieces>>;
  /** Deeper headings in each language, which are as many as the upper ones and rarely needed. */
  deeper: Readonly<Record<Locale, LinePieces>>;
  /** Number of words in a part of a stored text. */
  partWords: number;
  /** Folder of Pagefind’s files. */
  pagefind: string;
  /** Names of the files in that folder that its program loads before it can look up a term, so that all can be loaded at once. */
  opening: readonly string[];
}

/** A sorted part of the index in pieces, so that a query loads only those that it may match. */
export interface Pieces {
  /** Beginning of the names of all pieces. It contains a hash of their content. */
  name: string;
  /** The first key of each piece, in order. */
  firsts: readonly string[];
}

/** A part of the index in pieces of equal size. */
export interface CardPieces {
  name: string;
  /** Number of cards in each piece but the last. */
  size: number;
  /** Number of pieces. */
  pieces: number;
}

/** Titles and headings in pieces. */
export interface LinePieces extends Pieces {
  /** Number of all lines, titles included. */
  lines: number;
}

/** Returns the file name of a piece of JSON or, for terms, of text. */
export function pieceName({ name }: Pick<Pieces, 'name'>, piece: number, ending: 'json' | 'txt'): string {
  return `${name}.${piece}.${ending}`;
}

/** The parts of a matching text that every hit shows. A piece of cards is an array of these. */
export type Card = readonly [
  /** Path below a locale: `articles/ps-vs-top/`. */
  path: string,
  title: string,
  /** Content hash of the text and its address, in the name of its file. */
  hash: string,
  /** Number of parts of the stored text; missing if it is in one file. */
  parts?: number,
];

/** Titles and headings of some texts. */
export type OutlinePiece = readonly OutlineEntry[];

/**
 * Lines of a text: its index in the subjects, then its lines in order. A string is a line: `0` and the title, or the level of
 * a heading, from 1 to 6, and its text. A number counts headings that are in another piece, or deeper.
 *
 * A title is in a piece only if the cards are in several pieces. Otherwise all titles are known from the cards.
 */
export type OutlineEntry = readonly [text: number, ...lines: (string | number)[]];

/** Deeper headings are stored separately. */
export const maxOutlineDepth = 2;

/** A line of an outline: a title if `heading` is `undefined`, otherwise the heading with that index within the text. */
export interface OutlineLine {
  /** Index of the text in the subjects. */
  text: number;
  heading: number | undefined;
  /** 0 for a title, or the level of the heading. */
  level: number;
  written: string;
}

/** Encodes lines, which must be in order. */
export function encodeOutline(lines: readonly OutlineLine[]): OutlinePiece {
  const entries: [number, ...(string | number)[]][] = [];
  let next = 0;
  for (const { text, heading, level, written } of lines) {
    let entry = entries.at(-1);
    if (entry?.[0] !== text) {
      entries.push((entry = [text]));
      next = 0;
    }
    if (heading !== undefined && heading > next) entry.push(heading - next);
    if (heading !== undefined) next = heading + 1;
    entry.push(`${level}${written}`);
  }
  return entries;
}

/** Decodes lines: the inverse of {@link encodeOutline}. */
export function decodeOutline(piece: OutlinePiece): OutlineLine[] {
  return piece.flatMap(([text, ...lines]) => {
    let next = 0;
    return lines.flatMap((line): OutlineLine[] => {
      if (typeof line === 'number') {
        next += line;
        return [];
      }
      const level = Number(line.charAt(0));
      return [{ text, heading: level === 0 ? undefined : next++, level, written: line.slice(1) }];
    });
  });
}

/**
 * Returns the file name of a {@link StoredText}, or of one of its parts. It is gzipped JSON, since not every host compresses such
 * files.
 */
export function textName(hash: string, part?: number): string {
  return part === undefined ? `text/${hash}.narani` : `text/${hash}.${part}.narani`;
}

/** A text as written, for excerpts. */
export interface StoredText {
  locale: Locale;
  /** Title, description, then the blocks in order. Word numbers run through all of them. Of a text in parts, only title and description. */
  blocks: readonly string[];
  /** Number of the first word, id and text of each heading, in the order of the outline. */
  anchors: readonly (readonly [word: number, id: string, heading: string])[];
  /** Number of the first word, and number of words, of each code block. */
  code: readonly (readonly [word: number, count: number])[];
}

/**
 * A part of a long text: all blocks after the description with any of the words from `part * partWords` to before `(part + 1) * partWords`. So a browser knows
 * which part has a word before it has read anything, and a block at a border is in two parts.
 */
export interface TextPart {
  /** Number of the first word of the first block. */
  first: number;
  blocks: readonly string[];
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
