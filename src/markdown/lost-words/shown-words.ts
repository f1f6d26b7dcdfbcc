import type { Element, Nodes, Root } from 'hast';
import { footnotesAnchor } from '../../model/index.ts';

/** Returns the text that a page shows, including the descriptions of images, without the numbers of footnotes and their heading. */
export function textShown(tree: Root): string {
  const texts: string[] = [];
  const add = (node: Nodes): void => {
    if (node.type === 'text') texts.push(node.value);
    if (!('children' in node) || (node.type === 'element' && isOwn(node))) return;
    if (node.type === 'element' && typeof node.properties.alt === 'string') texts.push(node.properties.alt);
    for (const child of node.children) add(child);
  };
  add(tree);
  return texts.join('');
}

/** Returns whether an element has text that is not the author's. */
function isOwn({ properties: { id, href, className } }: Element): boolean {
  if (Array.isArray(className) && className.includes('visually-hidden')) return true;
  if (id === footnotesAnchor) return true;
  return (
    (typeof id === 'string' && id.startsWith('fnref-')) ||
    (typeof href === 'string' && href.startsWith('#fnref-'))
  );
}
