import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { addClasses, isElement } from './element.ts';
import type { TextParts } from './text-parts.ts';

/**
 * What stands of a text in each row, by the row's number: its tree without what stands in other rows. A list goes on counting,
 * and of an item in several rows the first piece alone bears its mark (`continued` tells the others); `joins-above` and
 * `joins-below` tell that the row before or after holds another piece of the same thing.
 */
export function partText(
  { tree, blockOf }: TextParts,
  rowOf: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly RootContent[]> {
  const pieces = piecesIn(tree, (node) => {
    const block = blockOf.get(node);
    return block === undefined ? undefined : rowOf.get(block);
  });
  return new Map([...pieces].map(([row, { nodes }]) => [row, nodes]));
}

/** The row in which something stands whole, if it does. */
type RowOf = (node: RootContent) => number | undefined;

/** What of a container stands in a row. */
interface Piece {
  nodes: RootContent[];
  /** How many elements of the container stand before it. */
  before: number;
}

/** The pieces of a container, in the order in which the text reaches their rows. */
function piecesIn(container: Root | Element, rowOf: RowOf): Map<number, Piece> {
  const pieces = new Map<number, Piece>();
  let before = 0;
  for (const child of container.children) {
    for (const [row, node] of partsOf(child, rowOf)) {
      const piece = pieces.get(row) ?? { nodes: [], before };
      piece.nodes.push(node);
      pieces.set(row, piece);
    }
    if (isElement(child)) before += 1;
  }
  return pieces;
}

function partsOf(node: RootContent, rowOf: RowOf): (readonly [number, RootContent])[] {
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

/** An id stands once; numbers go on after the items that stand elsewhere. */
function pieceProperties({ tagName, properties }: Element, { before }: Piece, isFirst: boolean): Properties {
  const kept = isFirst ? { ...properties } : { ...properties, id: undefined };
  if (tagName !== 'ol' || before === 0) return kept;
  const { start } = properties;
  return { ...kept, start: (typeof start === 'number' ? start : 1) + before };
}
