/** The parsed info string of a fenced code block, without its language. */
export interface FenceMeta {
  title?: string;
  /** Numbers of lines to highlight, from 1. */
  marked: number[];
  inserted: number[];
  deleted: number[];
  /** Words that have no meaning here. */
  unknown: string[];
}

const part =
  /(?<title>title)=(?<quote>["'])(?<text>.*?)\k<quote>|(?:(?<mark>ins|del)=)?\{(?<lines>[\d,\s-]*)\}|(?<unknown>\S+)/gu;

/**
 * Parses the words after a fence's language.
 *
 * @example
 * parseFenceMeta('title="main.c" {2,4-5} ins={7}')
 * // { title: 'main.c', marked: [2, 4, 5], inserted: [7], deleted: [], unknown: [] }
 */
export function parseFenceMeta(meta: string): FenceMeta {
  const found: FenceMeta = { marked: [], inserted: [], deleted: [], unknown: [] };
  for (const { groups = {} } of meta.matchAll(part)) {
    if (groups.unknown !== undefined) found.unknown.push(groups.unknown);
    else if (groups.title !== undefined) found.title = groups.text ?? '';
    else linesOf(found, groups.mark).push(...parseLines(groups.lines ?? ''));
  }
  return found;
}

function linesOf(meta: FenceMeta, mark: string | undefined): number[] {
  if (mark === 'ins') return meta.inserted;
  if (mark === 'del') return meta.deleted;
  return meta.marked;
}

/** Removes the words that have no meaning from an info string. */
export function dropUnknownMeta(meta: string): string {
  return [...meta.matchAll(part)]
    .filter(({ groups }) => groups?.unknown === undefined)
    .map(([word]) => word)
    .join(' ');
}

/** A line number or range of an info string, as written. Without a number, `first` and `last` are NaN. */
interface LineSpan {
  text: string;
  /** Offset of the text in the info string. */
  offset: number;
  /** The word that contains it: `ins={2,4-5}`. */
  word: string;
  first: number;
  last: number;
}

/** Returns the line numbers and ranges of an info string, those in `ins={…}` and `del={…}` included. */
export function listLineSpans(meta: string): LineSpan[] {
  return [...meta.matchAll(part)].flatMap(({ 0: word, index, groups }) =>
    groups?.lines === undefined
      ? []
      : splitSpans(groups.lines, index + word.indexOf('{') + 1).map((span) => ({ ...span, word })),
  );
}

function splitSpans(lines: string, start: number): Omit<LineSpan, 'word'>[] {
  let offset = start;
  return lines.split(',').map((span) => {
    const text = span.trim();
    const [first = Number.NaN, last = first] = text.split('-').map((number) => Number.parseInt(number, 10));
    const at = offset + span.indexOf(text);
    offset += span.length + 1;
    return { text, offset: at, first, last };
  });
}

/** `2,4-5` → `[2, 4, 5]`. A range is limited to 10,000 lines, more than any block has. */
function parseLines(text: string): number[] {
  return splitSpans(text, 0).flatMap(({ first, last }) => {
    if (Number.isNaN(first) || Number.isNaN(last)) return [];
    return Array.from(
      { length: Math.min(Math.max(0, last - first + 1), 10_000) },
      (_, index) => first + index,
    );
  });
}
