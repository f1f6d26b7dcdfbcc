import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Put each table into a region that scrolls by itself, by keyboard too, so that a wide one never widens the page. A link to
 * the table leads to its region, which then has the keyboard.
 */
export function rehypeScrollableTables(options: { label: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
      const { id, ...properties } = node.properties;
      const table = withoutBreaks({ ...node, properties });
      const region = { role: 'group', tabIndex: 0, ariaLabel: options.label, id };
      parent.children[index] = h('div.table', region, table);
      return SKIP;
    });
  };
}

/** A table, or a part of it that holds no words, without the white space that no one sees: in a long one it adds up. */
function withoutBreaks(node: Element): Element {
  if (!['table', 'thead', 'tbody', 'tfoot', 'tr'].includes(node.tagName)) return node;
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return {
    ...node,
    children: children.map((child) => (child.type === 'element' ? withoutBreaks(child) : child)),
  };
}
