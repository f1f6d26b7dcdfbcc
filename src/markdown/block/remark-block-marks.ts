import type { Data, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { shortDigest } from '../../model/index.ts';
import { listBlockNodes } from './block.ts';
import type { BlockPath } from './rehype-block-paths.ts';

declare module 'vfile' {
  interface DataMap {
    /** Where the element of each block is, by its number: for `rehypeBlockPaths` to fill in. */
    blockPaths: (BlockPath | null)[];
    /** What the number of a block begins with, so that none in raw HTML is one: no text can hold what is made of it all. */
    blockKey: string;
  }
}

/**
 * Number the blocks of a text, so that `rehypeBlockPaths` finds the elements that they become. The paragraph of an item in a
 * tight list becomes no element: there the item bears the number.
 */
export function remarkBlockMarks() {
  return (tree: Root, file: VFile): void => {
    const blocks = listBlockNodes(tree);
    file.data.blockPaths = blocks.map(() => null);
    const key = shortDigest(blocks.map(({ block }) => block.digest).join(' '));
    file.data.blockKey = `${key}-`;
    const numbers = new Map<RootContent, number>();
    for (const [number, { node }] of blocks.entries()) {
      numbers.set(node, number);
      mark(node, `${key}-${number}`);
    }
    visit(tree, 'listItem', (item) => {
      const [first] = item.children;
      const number = first?.type === 'paragraph' ? numbers.get(first) : undefined;
      if (number !== undefined) mark(item, `${key}-${number}`);
    });
  };
}

function mark(node: { data?: Data | undefined }, dataBlock: string): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataBlock } };
}
