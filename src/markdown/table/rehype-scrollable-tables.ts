import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** Put each table into a region that scrolls by itself, by keyboard too, so that a wide one never widens the page. */
export function rehypeScrollableTables(options: { label: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
      parent.children[index] = h('div.table', { role: 'group', tabIndex: 0, ariaLabel: options.label }, node);
      return SKIP;
    });
  };
}
