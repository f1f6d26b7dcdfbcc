import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** Put a link to itself at the end of each heading that has an id; `label` says what it links to. */
export function rehypePermalinks(options: { label: (heading: string) => string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const { id } = node.properties;
      if (!/^h[2-6]$/.test(node.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
      const label = options.label(toString(node).trim());
      node.children.push(h('a.permalink', { href: `#${encodeURIComponent(id)}`, ariaLabel: label }, '#'));
    });
  };
}
