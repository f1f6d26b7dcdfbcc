import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** Put a link to itself at the end of each heading that has an id; `label` says what it links to. */
export function rehypePermalinks(options: { label: (heading: string) => string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const { id } = node.properties;
      if (!/^h[2-6]$/.test(node.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
      const label = options.label(textOf(node).replace(/\s+/g, ' ').trim());
      node.children.push(h('a.permalink', { href: `#${encodeURIComponent(id)}`, ariaLabel: label }, '#'));
    });
  };
}

/** A heading as it is said: pictures by what they show, and not the numbers of footnotes. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.properties.dataFootnoteRef !== undefined) return '';
  const { alt } = node.properties;
  return typeof alt === 'string' ? alt : node.children.map(textOf).join('');
}
