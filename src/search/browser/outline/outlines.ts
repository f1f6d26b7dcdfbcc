import type { Locale } from '../../../locale/index.ts';
import type { LinePieces, OutlineLine, Subjects } from '../../contract/index.ts';
import { readTitles } from '../index/cards.ts';
import type { KeyRange } from '../index/key-range.ts';
import { findPieces, inLocale } from '../index/pieces.ts';
import type { IndexReader } from '../index/reader.ts';
import { prepareOutline, topicWeight, weighLine, type PreparedOutline } from './prepare-outline.ts';

/** The headings to match: only the upper ones, or all. */
export type OutlineDepth = 'upper' | 'all';

/** Titles and headings by key. A small outline is one piece, which has all keys. */
export interface Outlines {
  /**
   * Returns the titles and headings in a language that have a key in one of the ranges, among others.
   *
   * @param isTyping whether to load nothing if the outline is in several pieces: the query is about to change
   */
  find: (
    locale: Locale,
    depth: OutlineDepth,
    ranges: readonly KeyRange[],
    isTyping?: boolean,
  ) => Promise<PreparedOutline>;
  /** Loads the titles and upper headings with a key in one of the ranges, without preparing them. */
  load: (locale: Locale, ranges: readonly KeyRange[]) => Promise<unknown>;
}

/**
 * Maximum number of pieces of one outline that a query loads, which is enough for a dozen words. The rest are of less likely
 * readings.
 */
const maxPieces = 12;

/** Creates a cache of the last outline of each language. Queries that follow each other mostly need the same pieces. */
export function createOutlines(reader: IndexReader): Outlines {
  const prepared = new Map<string, { key: string; outline: PreparedOutline }>();
  const find: Outlines['find'] = async (locale, depth, ranges, isTyping = false) => {
    const manifest = await reader.manifest();
    const parts = depth === 'all' ? (['outlines', 'deeper'] as const) : (['outlines'] as const);
    const pieces = parts.flatMap((part) => {
      const all = inLocale(manifest[part], locale);
      const found = piecesOf(all, ranges);
      const isSplit = all !== undefined && all.firsts.length > 1;
      const usable =
        isTyping && isSplit ? found.filter((piece) => reader.isLoaded(part, locale, piece)) : found;
      return usable.map((piece) => ({ part, piece }));
    });
    const key = pieces.map(({ part, piece }) => `${part} ${piece}`).join();
    const known = prepared.get(`${depth} ${locale}`);
    if (known?.key === key) return known.outline;
    const [titles, ...lines] = await Promise.all([
      readTitles(locale, reader),
      ...pieces.map(async ({ part, piece }) => reader.lines(part, locale, piece)),
    ]);
    const total = parts.reduce((sum, part) => sum + (inLocale(manifest[part], locale)?.lines ?? 0), 0);
    const outline = prepare(locale, mergeLines([titles, ...lines]), total, await reader.subjects());
    prepared.set(`${depth} ${locale}`, { key, outline });
    return outline;
  };
  const load: Outlines['load'] = async (locale, ranges) => {
    const { outlines } = await reader.manifest();
    const pieces = piecesOf(inLocale(outlines, locale), ranges);
    await Promise.all([
      readTitles(locale, reader),
      ...pieces.map(async (piece) => reader.lines('outlines', locale, piece)),
    ]);
  };
  return { find, load };
}

/** Returns the pieces of an outline with keys in the ranges, likeliest first. */
function piecesOf(outline: LinePieces | undefined, ranges: readonly KeyRange[]): number[] {
  if (outline === undefined) return [];
  return [...new Set(ranges.flatMap((range) => findPieces(outline, range)))].slice(0, maxPieces);
}

/** Merges the lines of pieces in order. A line may be in several pieces. */
function mergeLines(pieces: readonly (readonly OutlineLine[])[]): OutlineLine[] {
  const lines = new Map(pieces.flat().map((line) => [`${line.text} ${line.heading ?? ''}`, line]));
  return [...lines.values()].sort(
    (one, other) => one.text - other.text || (one.heading ?? -1) - (other.heading ?? -1),
  );
}

/** Prepares lines, and the labels of the topics of their articles, which match like headings. */
function prepare(
  locale: Locale,
  lines: readonly OutlineLine[],
  total: number,
  { articles, topics, texts }: Subjects,
): PreparedOutline {
  const labels = [...new Set(lines.map(({ text }) => text))].flatMap((text) =>
    (articles[texts[text]?.article ?? -1] ?? []).map((topic) => ({
      text,
      heading: undefined,
      weight: topicWeight,
      written: topics[topic]?.label[locale] ?? '',
    })),
  );
  return prepareOutline([...lines.map(weighLine), ...labels], total + labels.length);
}
