import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../tree/index.ts';

/**
 * Wraps each table in a region that scrolls horizontally, by keyboard too, so that a wide table never widens the page. The
 * table's id moves to the region, so that following a link to the table focuses it.
 */
export function rehypeScrollableTables(options: { label: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
      const { id, ...properties } = node.properties;
      const table = withoutBlankText({ ...node, properties });
      const region = { role: 'group', tabIndex: 0, ariaLabel: options.label, id };
      parent.children[index] = h('div.table', region, table);
      return SKIP;
    });
  };
}

/** Removes the white space between a table's rows and cells, which is never visible and adds up in a long table. */
function withoutBlankText(node: Element): Element {
  if (!['table', 'thead', 'tbody', 'tfoot', 'tr'].includes(node.tagName)) return node;
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return {
    ...node,
    children: children.map((child) => (child.type === 'element' ? withoutBlankText(child) : child)),
  };
}

/** Labels the checkboxes of task lists as done or open. They are disabled, so they only show a state. */
export function rehypeTaskLabels(options: { done: string; open: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (tagName !== 'input') return;
      properties.ariaLabel =
        properties.checked === undefined || properties.checked === false ? options.open : options.done;
    });
  };
}
