import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { addClasses, isElement } from './element.ts';
import type { TextParts } from './text-parts.ts';

/**
 * Splits a text's tree into rows, by row number. Elements that are in several rows are copied into each. Lists continue to
 * count. Copies after the first have the class `continued`, so that a list item shows its marker once; `joins-above` and
 * `joins-below` mark copies whose element continues in the row before or after.
 */
export function splitText(
  { tree, blockOf }: TextParts,
  rowOf: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly RootContent[]> {
  const pieces = piecesIn(tree, (node) => {
    const block = blockOf.get(node);
    return block === undefined ? undefined : rowOf.get(block);
  });
  return new Map([...pieces].map(([row, { nodes }]) => [row, nodes]));
}

/** Returns the row of a node that belongs to one row as a whole. */
type RowOf = (node: RootContent) => number | undefined;

/** The part of a container that is in one row. */
interface Piece {
  nodes: RootContent[];
  /** Number of child elements of the container before this part. */
  before: number;
}

/** Splits a container into its parts by row, in the order of the text. */
function piecesIn(container: Root | Element, rowOf: RowOf): Map<number, Piece> {
  const pieces = new Map<number, Piece>();
  let before = 0;
  for (const child of container.children) {
    for (const [row, node] of splitNode(child, rowOf)) {
      const piece = pieces.get(row) ?? { nodes: [], before };
      piece.nodes.push(node);
      pieces.set(row, piece);
    }
    if (isElement(child)) before += 1;
  }
  return pieces;
}

function splitNode(node: RootContent, rowOf: RowOf): (readonly [number, RootContent])[] {
  const row = rowOf(node);
  if (row !== undefined) return [[row, node]];
  if (!isElement(node)) return [];
  const pieces = piecesIn(node, rowOf);
  const [first] = pieces.keys();
  return [...pieces].map(([each, piece]) => {
    const properties = pieceProperties(node, piece, each === first);
    const copy: Element = { ...node, properties, children: piece.nodes as ElementContent[] };
    const classes = [
      ...(each === first ? [] : ['continued']),
      ...(pieces.has(each - 1) ? ['joins-above'] : []),
      ...(pieces.has(each + 1) ? ['joins-below'] : []),
    ];
    return [each, addClasses(copy, classes)];
  });
}

/** Returns the properties of a copy. Only the first has the id, and an ordered list continues after the items in other rows. */
function pieceProperties({ tagName, properties }: Element, { before }: Piece, isFirst: boolean): Properties {
  const base = isFirst ? { ...properties } : { ...properties, id: undefined };
  if (tagName !== 'ol' || before === 0) return base;
  const { start } = properties;
  return { ...base, start: (typeof start === 'number' ? start : 1) + before };
}
