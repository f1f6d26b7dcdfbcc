import type { Alignment } from '../alignment/index.ts';
import { toHtml, type HtmlNode } from '../html/index.ts';
import { withHeadingLinks, type HeadingLinks } from './heading-links.ts';
import { listFigureIds, listIds, renameIds, withIds, type NodesByRow } from './ids.ts';
import { splitText } from './split-text.ts';
import { planRows, type PlannedRow } from './plan-rows.ts';
import { mergeRow } from './merge-row.ts';
import type { TextParts } from './text-parts.ts';

/** A row of the page, with the HTML of its cells. */
export type Row = { id: string } & (
  | { type: 'pair'; own: string; other: string; isMoved: boolean }
  /** Content that is the same in both texts. */
  | { type: 'shared'; both: string }
  | { type: 'own'; own: string }
  | { type: 'other'; other: string }
);

/** A text of a side-by-side page. */
export interface SideText {
  parts: TextParts;
  /** Language of the text, as a value of the `lang` attribute. */
  lang: string;
  headingLinks: HeadingLinks;
}

/**
 * Arranges two texts in rows, with aligned blocks side by side. All content of both texts appears once, the own text in its order
 * and with its ids. Ids of the other text that would be ambiguous get its language as a prefix.
 */
export function toRows(alignment: Alignment, own: SideText, other: SideText): Row[] {
  const planned = planRows(alignment, own.parts, other.parts);
  const ownPieces = splitText(own.parts, rowsBy('own', planned));
  const theirs = splitText(other.parts, rowsBy('other', planned));
  const shared = shareRows(planned, ownPieces, theirs, other.lang);
  const ours = new Map([...ownPieces, ...shared]);
  const ids = listIds(ours);
  // Two interactive figures in one row are separate link targets.
  const separate = listFigureIds(new Map([...theirs].filter(([index]) => !shared.has(index))));
  const renamed = renameIds(listIds(theirs), ids, other.lang, separate);
  const ownHtml = (nodes: readonly HtmlNode[]): string => toHtml(withHeadingLinks(nodes, own.headingLinks));
  const otherHtml = (nodes: readonly HtmlNode[]): string =>
    toHtml(withIds(withHeadingLinks(nodes, other.headingLinks), renamed));
  const nextId = createRowIds(ids);
  return planned.map(({ isMoved }, index): Row => {
    const id = nextId();
    const [left, right] = [ours.get(index), theirs.get(index)];
    if (left === undefined) return { id, type: 'other', other: otherHtml(right ?? []) };
    if (right === undefined) return { id, type: 'own', own: ownHtml(left) };
    if (shared.has(index)) return { id, type: 'shared', both: ownHtml(left) };
    return { id, type: 'pair', own: ownHtml(left), other: otherHtml(right), isMoved };
  });
}

/** Returns the shared content of rows in which both texts show the same, by row number. */
function shareRows(
  planned: readonly PlannedRow[],
  ours: NodesByRow,
  theirs: NodesByRow,
  lang: string,
): Map<number, readonly HtmlNode[]> {
  const shared = new Map<number, readonly HtmlNode[]>();
  for (const [index, { isMoved }] of planned.entries()) {
    const [left, right] = [ours.get(index), theirs.get(index)];
    const both =
      isMoved || left === undefined || right === undefined ? undefined : mergeRow(left, right, lang);
    if (both !== undefined) shared.set(index, both);
  }
  return shared;
}

function rowsBy(side: 'own' | 'other', planned: readonly PlannedRow[]): Map<number, number> {
  return new Map(planned.flatMap((row, index) => row[side].map((block) => [block, index])));
}

/** Returns a generator of row ids from `row-1`, which skips ids of the text, such as that of a heading “Row 12”. */
function createRowIds(taken: ReadonlyMap<string, number>): () => string {
  let number = 0;
  const next = (): string => {
    number += 1;
    const id = `row-${number}`;
    return taken.has(id) ? next() : id;
  };
  return next;
}
