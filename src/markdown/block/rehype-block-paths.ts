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
    collect(tree, [], { paths: file.data.blockPaths ?? [], key: file.data.blockKey });
  };
}

/** The number of the block that an element is, by its mark; none of an element that has none, or one of its author's. */
export function blockNumber(
  { properties: { dataBlock } }: Pick<Element, 'properties'>,
  key: string | undefined,
): number | undefined {
  if (key === undefined || typeof dataBlock !== 'string' || !dataBlock.startsWith(key)) return undefined;
  return Number(dataBlock.slice(key.length));
}

interface Collecting {
  paths: (BlockPath | null)[];
  key: string | undefined;
}

function collect(parent: Root | Element, at: BlockPath, collecting: Collecting): void {
  const { paths, key } = collecting;
  for (const [index, element] of elementsIn(parent).entries()) {
    const number = blockNumber(element, key);
    delete element.properties.dataBlock;
    const path = [...at, index];
    // Code is framed as a whole. Of an item and its paragraph the paragraph is the block, and comes later.
    if (number !== undefined && number in paths) paths[number] = element.tagName === 'code' ? at : path;
    collect(element, path, collecting);
  }
}

/** The elements right in another, by which paths count. */
export function elementsIn({ children }: Root | Element): Element[] {
  return children.flatMap((child) => (child.type === 'element' ? [child] : []));
}
