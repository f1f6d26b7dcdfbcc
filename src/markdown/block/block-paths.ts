import type { Element, Root as HastRoot } from 'hast';
import type { Data, Root, RootContent } from 'mdast';
import { visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import { shortDigest } from '../../model/index.ts';
import { findBlocks } from './block.ts';

/**
 * The position of a block's element: its index among sibling elements at each level, outermost first. If a list item has text
 * and other blocks, the item is the element of the text.
 */
export type BlockPath = readonly number[];

declare module 'vfile' {
  interface DataMap {
    /** The path of each block's element, by block number. `rehypeBlockPaths` sets the paths. */
    blockPaths: (BlockPath | null)[];
    /**
     * Prefix of the block numbers in `data-block`. As it is a digest of the text, raw HTML in the text can't contain it, and so
     * can't forge a number.
     */
    blockKey: string;
  }
}

/**
 * Numbers the blocks of a text in `data-block`, so that `rehypeBlockPaths` finds their elements. In a tight list a paragraph
 * has no element, so its list item gets the number too.
 */
export function remarkBlockNumbers() {
  return (tree: Root, file: VFile): void => {
    const blocks = findBlocks(tree);
    file.data.blockPaths = blocks.map(() => null);
    const key = shortDigest(tree.data?.source ?? '');
    file.data.blockKey = `${key}-`;
    const numbers = new Map<RootContent, number>();
    for (const [number, { node }] of blocks.entries()) {
      numbers.set(node, number);
      setNumber(node, `${key}-${number}`);
    }
    visit(tree, 'listItem', (item) => {
      const [first] = item.children;
      const number = first?.type === 'paragraph' ? numbers.get(first) : undefined;
      if (number !== undefined) setNumber(item, `${key}-${number}`);
    });
  };
}

function setNumber(node: { data?: Data | undefined }, dataBlock: string): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataBlock } };
}

/** Returns the number of an element's block, or `undefined` if it has none or an author wrote its `data-block`. */
export function blockNumber(
  { properties: { dataBlock } }: Pick<Element, 'properties'>,
  key: string | undefined,
): number | undefined {
  if (key === undefined || typeof dataBlock !== 'string' || !dataBlock.startsWith(key)) return undefined;
  return Number(dataBlock.slice(key.length));
}

/**
 * Records the paths of the blocks' elements and removes their numbers. Later plugins may replace an element by another one,
 * but must not add or remove any.
 */
export function rehypeBlockPaths() {
  return (tree: HastRoot, file: VFile): void => {
    collect(tree, [], { paths: file.data.blockPaths ?? [], key: file.data.blockKey });
  };
}

interface Collecting {
  paths: (BlockPath | null)[];
  key: string | undefined;
}

function collect(parent: HastRoot | Element, at: BlockPath, collecting: Collecting): void {
  const { paths, key } = collecting;
  for (const [index, element] of elementsIn(parent).entries()) {
    const number = blockNumber(element, key);
    delete element.properties.dataBlock;
    const path = [...at, index];
    // The element of a code block is its frame, not `<code>`. A paragraph comes after its list item and replaces its path.
    if (number !== undefined && number in paths) paths[number] = element.tagName === 'code' ? at : path;
    collect(element, path, collecting);
  }
}

/** Returns the child elements of an element. The numbers of a path are indices into this list. */
export function elementsIn({ children }: HastRoot | Element): Element[] {
  return children.flatMap((child) => (child.type === 'element' ? [child] : []));
}
