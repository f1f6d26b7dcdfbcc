import type { Locale } from '../../locale/index.ts';
import {
  type encodeSubjects,
  keysOfLine,
  maxOutlineDepth,
  type Card,
  type OutlineLine,
} from '../contract/index.ts';
import type { Text } from './collect-texts.ts';
import { toPieceSize } from './piece-size.ts';
import type { SearchableSite } from './searchable-site.ts';

/** Returns the titles and headings of all texts, in order, with those of each language apart. */
export function listLines(texts: readonly Text[]): Map<Locale, OutlineLine[]> {
  const lines = texts.flatMap(({ page: { text } }, number): OutlineLine[] => [
    { text: number, heading: undefined, level: 0, written: text.title },
    ...text.headings.map(({ depth, text: written }, heading) => ({
      text: number,
      heading,
      level: depth,
      written,
    })),
  ]);
  return Map.groupBy(lines, ({ text }) => texts[text]?.page.locale ?? '');
}

/** Returns whether a line is a title or an upper heading. */
export function isUpper({ level }: OutlineLine): boolean {
  return level <= maxOutlineDepth;
}

/** A piece of lines, and the first key in it. */
export interface LinePiece {
  first: string;
  lines: readonly OutlineLine[];
}

/**
 * Maximum number of characters in an outline of one piece, some 20 KB compressed. A larger outline is split, since a query then loads
 * about a kilobyte for each of its words.
 */
export const maxWholeOutline = 32_000;

/** The bytes of a line in a piece, compressed, times the number of pieces that an ordinary query loads. */
const loadedPerLine = 15 * 6;

/** Maximum number of lines under one key: a word in more lines is of little use. Titles come first, then upper and short headings. */
const maxLinesPerKey = 120;

/**
 * Splits the lines of an outline by their keys. A small outline is one piece.
 *
 * @param coarseness see {@link toPieceSize}
 */
export function splitOutline(lines: readonly OutlineLine[], coarseness = 1): LinePiece[] {
  const size = lines.reduce((sum, { written }) => sum + written.length, 0);
  if (size <= maxWholeOutline) return [{ first: '', lines }];
  const groups = groupByKey(lines);
  const count = groups.reduce((sum, [, numbers]) => sum + numbers.length, 0);
  const fullSize = toPieceSize(count, loadedPerLine, coarseness);
  const pieces: { first: string; lines: Set<number> }[] = [];
  for (const [key, numbers] of groups) {
    const piece = pieces.at(-1);
    if (piece === undefined || piece.lines.size + numbers.length > fullSize)
      pieces.push({ first: key, lines: new Set(numbers) });
    else for (const number of numbers) piece.lines.add(number);
  }
  return pieces.map(({ first, lines: numbers }) => ({
    first,
    lines: [...numbers].sort((one, other) => one - other).flatMap((number) => lines[number] ?? []),
  }));
}

/** Returns the numbers of the lines with each key, by key. */
function groupByKey(lines: readonly OutlineLine[]): [key: string, numbers: readonly number[]][] {
  const groups = new Map<string, number[]>();
  for (const [number, { written, level }] of lines.entries()) {
    for (const key of keysOfLine(written, level === 0)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [number]);
      else group.push(number);
    }
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, numbers]) => [key, numbers.length <= maxLinesPerKey ? numbers : bestLines(numbers, lines)]);
}

function bestLines(numbers: readonly number[], lines: readonly OutlineLine[]): number[] {
  const weightOf = (number: number): number =>
    (lines[number]?.level ?? 0) * 1000 + Math.min(999, lines[number]?.written.length ?? 0);
  return numbers
    .toSorted((one, other) => weightOf(one) - weightOf(other) || one - other)
    .slice(0, maxLinesPerKey);
}

/** Maximum number of cards in one piece. More are split into small pieces, of which a query loads one for each hit. */
export const maxWholeCards = 400;

/** Number of cards in each of several pieces. */
const cardsPerPiece = 8;

/**
 * Returns the cards of the texts in one language, in pieces, and the size of a piece.
 *
 * @param coarseness see {@link toPieceSize}
 */
export function splitCards(cards: readonly Card[], coarseness = 1): { size: number; pieces: Card[][] } {
  const size =
    cards.length <= maxWholeCards ? Math.max(1, cards.length) : Math.round(coarseness * cardsPerPiece);
  const count = Math.ceil(cards.length / size);
  return {
    size,
    pieces: Array.from({ length: count }, (_, piece) => cards.slice(piece * size, (piece + 1) * size)),
  };
}

/** Returns the topics and names of a site, and the numbers of its articles (by path) and texts. */
export function toSubjects(
  { topics, names }: SearchableSite,
  texts: readonly Text[],
  articles: readonly string[],
): Parameters<typeof encodeSubjects>[0] {
  const topicsOf = new Map(texts.map(({ page }) => [page.path, page.text.topics]));
  const numbers = new Map(articles.map((path, number) => [path, number]));
  return {
    topics,
    names,
    articles: articles.map((path) =>
      (topicsOf.get(path) ?? [])
        .map((id) => topics.findIndex((topic) => topic.id === id))
        .filter((at) => at >= 0),
    ),
    texts: texts.map(({ page, words }) => ({
      locale: page.locale,
      article: numbers.get(page.path) ?? 0,
      words: words.length,
    })),
  };
}
