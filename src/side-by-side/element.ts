import { isElement, type HtmlElement, type HtmlNode } from '../html/index.ts';

/** Returns whether a node is white space between elements. */
export function isBlank(node: HtmlNode): boolean {
  return node.type === 'text' && node.html.trim() === '';
}

/** Returns whether an element may be split between rows, with a copy of the element in each. */
export function isSplittable({ name }: HtmlElement): boolean {
  return ['aside', 'blockquote', 'div', 'li', 'ol', 'section', 'ul'].includes(name);
}

/** Returns the custom element of an interactive figure, or `undefined` for other elements. */
export function findFigureElement({ name, children }: HtmlElement): HtmlElement | undefined {
  if (name !== 'figure') return undefined;
  return children.filter(isElement).find((child) => child.name.includes('-'));
}
