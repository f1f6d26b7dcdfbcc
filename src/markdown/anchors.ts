import type { Element, Root as HastRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import { visit } from '../tree/index.ts';
import type { VFile } from 'vfile';
import type { Place } from '../diagnostics/index.ts';
import type { Anchorable } from '../model/index.ts';
import type { BlockNode } from './block/block.ts';
import { blockNumber } from './block/block-paths.ts';
import { isFigure, isFigureId, parseDirective } from './figure/directive.ts';
import { captionedImage } from './images.ts';

/** The ids of a text's link targets, grouped for lookup while rendering. */
export interface TextAnchors {
  /** Ids of the headings, in order. */
  anchors: readonly string[];
  /** Ids of figures and tables, by block number. */
  blockIds: Readonly<Record<number, string>>;
  /** The name each footnote has in its ids, by label: `note` for the id `fn-note`. */
  footnotes: Readonly<Record<string, string>>;
  /** Ids of places that no longer exist, which `anchor:` comments keep. */
  formerIds: readonly string[];
}

/** Groups the ids of a text's link targets by kind. `ids` are in the order of `places`. */
export function groupAnchors(
  { places, formerIds }: { places: readonly Anchorable[]; formerIds: readonly { id: string }[] },
  ids: readonly string[],
): TextAnchors {
  const named = places.map((place, index) => ({ ...place, id: ids[index] ?? '' }));
  const ofKind = (...kinds: Anchorable['kind'][]) => named.filter(({ kind }) => kinds.includes(kind));
  return {
    anchors: ofKind('heading').map(({ id }) => id),
    blockIds: Object.fromEntries(
      ofKind('figure', 'table').map(({ blocks: [number = -1], id }) => [number, id]),
    ),
    footnotes: Object.fromEntries(ofKind('footnote').map(({ text, id }) => [text, id.replace(/^fn-/, '')])),
    formerIds: formerIds.map(({ id }) => id),
  };
}

/** Returns everything in a text that links can point to, in order of the blocks; a footnote is listed at its definition. */
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

/** Returns the footnotes that the page shows, by the number of their first block: a footnote without references is not shown. */
function findFootnotes(
  tree: Root,
  blocks: readonly BlockNode[],
): ReadonlyMap<number, Omit<Anchorable, 'digest'>> {
  const references = new Map<string, number>();
  visit(tree, 'footnoteReference', ({ identifier }) => {
    references.set(identifier, (references.get(identifier) ?? 0) + 1);
  });
  const byLabel = Map.groupBy(blocks.keys(), (number) => blocks[number]?.block.footnote);
  const footnotes = new Map<number, Omit<Anchorable, 'digest'>>();
  for (const [label, count] of references) {
    const numbers = byLabel.get(label) ?? [];
    const [first] = numbers;
    if (first !== undefined)
      footnotes.set(first, { kind: 'footnote', text: label, blocks: numbers, references: count });
  }
  return footnotes;
}

/** Returns the id an author wrote for a heading or a figure. `remarkFigures` reports invalid ids of figures. */
function explicitIdOf(node: RootContent): string | undefined {
  if (node.type === 'heading') return node.data?.explicitId;
  const { id } = isFigure(node) ? parseDirective(node) : {};
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

/**
 * Sets the ids of figures and tables, by block number. Must run after raw HTML is sanitized, so that raw HTML cannot have
 * these ids, and before `rehypeBlockPaths` removes the block numbers.
 */
export function rehypeBlockIds(options: { ids: Readonly<Record<number, string>> }) {
  return (tree: HastRoot, file: VFile): void => {
    const named = new Map<number, Element>();
    visit(tree, 'element', (node: Element) => {
      const number = blockNumber(node, file.data.blockKey);
      // A list item has the number of its first block too, but is visited before it, so the block wins.
      if (number !== undefined && Object.hasOwn(options.ids, number)) named.set(number, node);
    });
    for (const [number, { properties }] of named) properties.id = options.ids[number];
  };
}
