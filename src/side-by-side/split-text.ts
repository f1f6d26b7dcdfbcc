import {
  addClasses,
  attributeOf,
  isElement,
  withAttributes,
  withChildren,
  type HtmlElement,
  type HtmlNode,
} from '../html/index.ts';
import type { TextParts } from './text-parts.ts';

/**
 * Splits a text into rows, by row number. Elements that are in several rows are copied into each. Lists continue to
 * count. Copies after the first have the class `continued`, so that a list item shows its marker once; `joins-above` and
 * `joins-below` mark copies whose element continues in the row before or after.
 */
export function splitText(
  { nodes, blockOf }: TextParts,
  rowOf: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly HtmlNode[]> {
  const pieces = piecesIn(nodes, (node) => {
    const block = blockOf.get(node);
    return block === undefined ? undefined : rowOf.get(block);
  });
  return new Map([...pieces].map(([row, { nodes }]) => [row, nodes]));
}

/** Returns the row of a node that belongs to one row as a whole. */
type RowOf = (node: HtmlNode) => number | undefined;

/** The part of a container that is in one row. */
interface Piece {
  nodes: HtmlNode[];
  /** Number of child elements of the container before this part. */
  before: number;
}

/** Splits the children of a container by row, in the order of the text. */
function piecesIn(children: readonly HtmlNode[], rowOf: RowOf): Map<number, Piece> {
  const pieces = new Map<number, Piece>();
  let before = 0;
  for (const child of children) {
    for (const [row, node] of splitNode(child, rowOf)) {
      const piece = pieces.get(row) ?? { nodes: [], before };
      piece.nodes.push(node);
      pieces.set(row, piece);
    }
    if (isElement(child)) before += 1;
  }
  return pieces;
}

function splitNode(node: HtmlNode, rowOf: RowOf): (readonly [number, HtmlNode])[] {
  const row = rowOf(node);
  if (row !== undefined) return [[row, node]];
  if (!isElement(node)) return [];
  const pieces = piecesIn(node.children, rowOf);
  const [first] = pieces.keys();
  return [...pieces].map(([each, piece]) => {
    const classes = [
      ...(each === first ? [] : ['continued']),
      ...(pieces.has(each - 1) ? ['joins-above'] : []),
      ...(pieces.has(each + 1) ? ['joins-below'] : []),
    ];
    const copy = withAttributes(
      withChildren(node, piece.nodes),
      pieceAttributes(node, piece, each === first),
    );
    return [each, addClasses(copy, classes)];
  });
}

/** Returns the attributes of a copy that change. Only the first has the id, and an ordered list continues after the items in other rows. */
function pieceAttributes(
  element: HtmlElement,
  { before }: Piece,
  isFirst: boolean,
): Record<string, string | undefined> {
  const base = isFirst ? {} : { id: undefined };
  if (element.name !== 'ol' || before === 0) return base;
  const start = Number.parseInt(attributeOf(element, 'start') ?? '1', 10);
  return { ...base, start: String((Number.isNaN(start) ? 1 : start) + before) };
}
