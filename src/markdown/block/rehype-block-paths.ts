import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Where the element of a block is: its place among the elements beside it, at each level from the outermost. An item of a
 * list that holds text beside other blocks stands for that text.
 */
export type BlockPath = readonly number[];

/**
 * Note where the elements of numbered blocks are, and take their numbers out again. What comes after this may put one element
 * in another's place, but neither add nor take away one.
 */
export function rehypeBlockPaths() {
  return (tree: Root, file: VFile): void => {
    collect(tree, [], file.data.blockPaths ?? []);
  };
}

function collect(parent: Root | Element, at: BlockPath, paths: (BlockPath | null)[]): void {
  const elements = parent.children.flatMap((child) => (child.type === 'element' ? [child] : []));
  for (const [index, element] of elements.entries()) {
    const { dataBlock, ...properties } = element.properties;
    element.properties = properties;
    const path = [...at, index];
    const number = Number(dataBlock);
    // Code is framed as a whole. Of an item and its paragraph the paragraph is the block, and comes later.
    if (dataBlock !== undefined && number in paths) paths[number] = element.tagName === 'code' ? at : path;
    collect(element, path, paths);
  }
}
