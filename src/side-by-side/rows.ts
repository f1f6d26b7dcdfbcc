import type { RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Alignment } from '../alignment/index.ts';
import { withHeadingLinks, type HeadingLinks } from './heading-links.ts';
import { listFigureIds, listIds, renameIds, withIds, type Pieces } from './ids.ts';
import { partText } from './part-text.ts';
import { planRows, type PlannedRow } from './plan-rows.ts';
import { shareRow } from './share.ts';
import type { TextParts } from './text-parts.ts';

/** A row of the page, by the HTML of its cells. */
export type Row = { id: string } & (
  | { type: 'pair'; own: string; other: string; isMoved: boolean }
  /** What both texts show the same. */
  | { type: 'shared'; both: string }
  | { type: 'own'; own: string }
  | { type: 'other'; other: string }
);

/** A text, and what its page needs to know of it. */
export interface SideText {
  parts: TextParts;
  /** Its language, as HTML writes it. */
  lang: string;
  headingLinks: HeadingLinks;
}

/**
 * Two texts as rows: what says the same stands side by side. All of each text is shown once, the own one in its order and with its
 * own ids; those of the other one are led by its language where both would stand twice.
 */
export function toRows(alignment: Alignment, own: SideText, other: SideText): Row[] {
  const planned = planRows(alignment, own.parts, other.parts);
  const parted = partText(own.parts, rowsBy('own', planned));
  const theirs = partText(other.parts, rowsBy('other', planned));
  const shared = shareRows(planned, parted, theirs, other.lang);
  const ours = new Map([...parted, ...shared]);
  const ids = listIds(ours);
  // Two figures that run are two places, though they stand in one row.
  const apart = listFigureIds(new Map([...theirs].filter(([index]) => !shared.has(index))));
  const renamed = renameIds(listIds(theirs), ids, other.lang, apart);
  const ownHtml = (nodes: readonly RootContent[]): string => html(withHeadingLinks(nodes, own.headingLinks));
  const otherHtml = (nodes: readonly RootContent[]): string =>
    html(withIds(withHeadingLinks(nodes, other.headingLinks), renamed));
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

/** What both texts show as one, by the rows in which they do. */
function shareRows(
  planned: readonly PlannedRow[],
  ours: Pieces,
  theirs: Pieces,
  lang: string,
): Map<number, readonly RootContent[]> {
  const shared = new Map<number, readonly RootContent[]>();
  for (const [index, { isMoved }] of planned.entries()) {
    const [left, right] = [ours.get(index), theirs.get(index)];
    const both =
      isMoved || left === undefined || right === undefined ? undefined : shareRow(left, right, lang);
    if (both !== undefined) shared.set(index, both);
  }
  return shared;
}

function rowsBy(side: 'own' | 'other', planned: readonly PlannedRow[]): Map<number, number> {
  return new Map(planned.flatMap((row, index) => row[side].map((block) => [block, index])));
}

function html(nodes: readonly RootContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] });
}

/** Numbers from 1 on, but for those that a heading of the text has taken: “Row 12”. */
function createRowIds(taken: ReadonlyMap<string, number>): () => string {
  let number = 0;
  const next = (): string => {
    number += 1;
    const id = `row-${number}`;
    return taken.has(id) ? next() : id;
  };
  return next;
}
