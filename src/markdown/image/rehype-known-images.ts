import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** How wide a picture is shown: as wide as the text, `--measure` of `styles/tokens.css` at its largest size, or a screen less its margins. */
const sizes = '(min-width: 43rem) 40.5rem, calc(100vw - 2.5rem)';

/**
 * Say how wide pictures are shown, so that browsers fetch no larger one; and take out those that the cleaning of raw HTML
 * has left without an address: nothing is known of what they would load.
 */
export function rehypeKnownImages() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'img' || parent === undefined || index === undefined) return;
      if (node.properties.src === undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      node.properties.sizes = sizes;
      return SKIP;
    });
  };
}
