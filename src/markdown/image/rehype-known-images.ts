import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Take out pictures that the cleaning of raw HTML has left without an address: nothing is known of what they would load. */
export function rehypeKnownImages() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (
        node.tagName !== 'img' ||
        node.properties.src !== undefined ||
        parent === undefined ||
        index === undefined
      )
        return;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
