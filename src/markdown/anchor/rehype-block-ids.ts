import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { blockNumber } from '../block/rehype-block-paths.ts';

/**
 * Give figures and tables their ids, by the numbers of their blocks. This comes after raw HTML has been cleaned, which can
 * have none of them, and while elements still bear those numbers.
 */
export function rehypeBlockIds(options: { ids: Readonly<Record<number, string>> }) {
  return (tree: Root, file: VFile): void => {
    const named = new Map<number, Element>();
    visit(tree, 'element', (node: Element) => {
      const number = blockNumber(node, file.data.blockKey);
      // An item of a list bears the number of the block that it holds, too, and comes before it.
      if (number !== undefined && Object.hasOwn(options.ids, number)) named.set(number, node);
    });
    for (const [number, { properties }] of named) properties.id = options.ids[number];
  };
}
