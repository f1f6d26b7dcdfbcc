import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import GithubSlugger, { slug } from 'github-slugger';
import { visit } from 'unist-util-visit';

/**
 * Give each heading of raw HTML an id that no heading of the Markdown has: `anchors` are those that are taken.
 *
 * Astro, which comes after us, would give it one without looking at the others, and an empty one where it has no words.
 */
export function rehypeRawHeadingIds(options: { anchors: readonly string[] }) {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    for (const anchor of options.anchors) slugger.slug(anchor);
    visit(tree, 'element', (node: Element) => {
      if (!/^h[2-6]$/.test(node.tagName) || typeof node.properties.id === 'string') return;
      node.properties.id = slugger.slug(slug(toString(node).trim()) || 'section');
    });
  };
}
