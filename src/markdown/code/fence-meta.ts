/** What may stand after the language of a fenced code block. */
export interface FenceMeta {
  title?: string;
  /** Lines to point at, from 1. */
  marked: number[];
  inserted: number[];
  deleted: number[];
  /** Words that mean nothing here. */
  unknown: string[];
}

const part =
  /(?<title>title)=(?<quote>["'])(?<text>.*?)\k<quote>|(?:(?<mark>ins|del)=)?\{(?<lines>[\d,\s-]*)\}|(?<unknown>\S+)/gu;

/**
 * Read the words after a fence's language.
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

/** The words after a fence's language less those that mean nothing here. */
export function keepKnownMeta(meta: string): string {
  return [...meta.matchAll(part)]
    .filter(({ groups }) => groups?.unknown === undefined)
    .map(([word]) => word)
    .join(' ');
}

/** `2,4-5` → `[2, 4, 5]`. A span is cut at 10,000 lines, more than any block has. */
function parseLines(text: string): number[] {
  return text.split(',').flatMap((span) => {
    const [first = Number.NaN, last = first] = span.split('-').map((number) => Number.parseInt(number, 10));
    if (Number.isNaN(first) || Number.isNaN(last)) return [];
    return Array.from(
      { length: Math.min(Math.max(0, last - first + 1), 10_000) },
      (_, index) => first + index,
    );
  });
}
