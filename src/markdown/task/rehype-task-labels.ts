import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Say what the boxes of task lists mean: they are pictures of a state, and no one can tick them. */
export function rehypeTaskLabels(options: { done: string; open: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (tagName !== 'input') return;
      properties.ariaLabel =
        properties.checked === undefined || properties.checked === false ? options.open : options.done;
    });
  };
}
