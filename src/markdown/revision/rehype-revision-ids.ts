import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import type { Revision } from '../../model/index.ts';
import { elementsIn, type BlockPath } from '../block/rehype-block-paths.ts';

/** Give each passage whose source changed or went its id, unless it is a heading, a figure or a table, which has one. It comes when all elements are what they will be. */
export function rehypeRevisionIds(options: { revisions: readonly Revision[] }) {
  return (tree: Root, file: VFile): void => {
    for (const { kind, block = -1, id } of options.revisions) {
      const path = file.data.blockPaths?.[block];
      const element = path == null || kind === 'added' ? undefined : findElement(tree, path);
      if (element !== undefined && !holdsId(element, id)) element.properties.id ??= id;
    }
  };
}

function findElement(tree: Root, path: BlockPath): Element | undefined {
  let element: Element | undefined;
  for (const index of path) element = elementsIn(element ?? tree)[index];
  return element;
}

function holdsId(element: Element, id: string): boolean {
  return elementsIn(element).some((child) => child.properties.id === id);
}
