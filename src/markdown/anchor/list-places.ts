import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../../diagnostics/index.ts';
import type { Anchorable } from '../../model/index.ts';
import type { BlockNode } from '../block/block.ts';
import { isFigure, isFigureId, readDirective } from '../figure/directive.ts';
import { captionedImage } from '../image/remark-caption.ts';

/** What links can lead to in a text, in its order; a footnote stands where its text does. */
export function listPlaces(tree: Root, blocks: readonly BlockNode[]): (Anchorable & Place)[] {
  const footnotes = findFootnotes(tree, blocks);
  return blocks.flatMap(({ node, block }, number) => {
    const { text, digest, line, column } = block;
    const kind = kindOf(node);
    const footnote = footnotes.get(number);
    return [
      ...(footnote === undefined ? [] : [{ ...footnote, digest, line, column }]),
      ...(kind === undefined
        ? []
        : [
            {
              kind,
              text: kind === 'heading' ? text : '',
              digest,
              blocks: [number],
              explicitId: explicitIdOf(node),
              line,
              column,
            },
          ]),
    ];
  });
}

/** The footnotes that a page shows, by the number of the block that they begin with: those called, of which each is written once. */
function findFootnotes(
  tree: Root,
  blocks: readonly BlockNode[],
): ReadonlyMap<number, Omit<Anchorable, 'digest'>> {
  const calls = new Map<string, number>();
  visit(tree, 'footnoteReference', ({ identifier }) => {
    calls.set(identifier, (calls.get(identifier) ?? 0) + 1);
  });
  const byLabel = Map.groupBy(blocks.keys(), (number) => blocks[number]?.block.footnote);
  const footnotes = new Map<number, Omit<Anchorable, 'digest'>>();
  for (const [label, called] of calls) {
    const numbers = byLabel.get(label) ?? [];
    const [first] = numbers;
    if (first !== undefined)
      footnotes.set(first, { kind: 'footnote', text: label, blocks: numbers, references: called });
  }
  return footnotes;
}

/** An id that an author wrote for a heading or a figure; one that can be none is told of where figures are read. */
function explicitIdOf(node: RootContent): string | undefined {
  if (node.type === 'heading') return node.data?.explicitId;
  const { id } = isFigure(node) ? readDirective(node) : {};
  return id !== undefined && isFigureId(id) ? id : undefined;
}

function kindOf(node: RootContent): Exclude<Anchorable['kind'], 'footnote'> | undefined {
  switch (node.type) {
    case 'heading':
    case 'table':
      return node.type;
    case 'leafDirective':
      return isFigure(node) ? 'figure' : undefined;
    case 'code':
      return node.lang === 'mermaid' ? 'figure' : undefined;
    case 'paragraph':
      return captionedImage(node) === undefined ? undefined : 'figure';
    default:
      return undefined;
  }
}
