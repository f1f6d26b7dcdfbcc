import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Give each heading the anchor decided for it, in the order of the text. */
export function remarkHeadingIds(options: { ids: readonly string[] }) {
  return (tree: Root): void => {
    let index = 0;
    visit(tree, 'heading', (node) => {
      const id = options.ids[index];
      index += 1;
      if (id !== undefined) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    });
  };
}
