import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Put a link to each heading that has an id beside it; `label` says what it links to. It stands outside the heading, whose
 * name it would otherwise lengthen for those who move by headings.
 *
 * @example
 * <div class="heading"><h2 id="causes">Causes</h2><a class="permalink" href="#causes" aria-label="Link to “Causes”">#</a></div>
 */
export function rehypePermalinks(options: { label: (heading: string) => string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      const { id } = node.properties;
      if (!/^h[2-6]$/.test(node.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
      if (parent === undefined || index === undefined) return;
      const label = options.label(textOf(node).replace(/\s+/g, ' ').trim());
      const link = h('a.permalink', { href: `#${encodeURIComponent(id)}`, ariaLabel: label }, '#');
      parent.children[index] = h('div.heading', node, link);
      return SKIP;
    });
  };
}

/** A heading as it is said: pictures by what they show, and not the numbers of footnotes. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isFootnoteCall(node)) return '';
  const { alt } = node.properties;
  return typeof alt === 'string' ? alt : node.children.map(textOf).join('');
}

function isFootnoteCall({ properties: { id } }: Element): boolean {
  return typeof id === 'string' && id.startsWith('fnref-');
}
