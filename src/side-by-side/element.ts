import type { Element, Nodes } from 'hast';

/** Returns whether a node is an element. */
export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Returns whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Returns a copy of an element with additional classes. */
export function addClasses(element: Element, names: readonly string[]): Element {
  if (names.length === 0) return element;
  const { className } = element.properties;
  const own = Array.isArray(className) ? className : [];
  return { ...element, properties: { ...element.properties, className: [...own, ...names] } };
}

/** Returns whether a node is white space between elements. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Returns whether an element may be split between rows, with a copy of the element in each. */
export function isSplittable({ tagName }: Element): boolean {
  return ['aside', 'blockquote', 'div', 'li', 'ol', 'section', 'ul'].includes(tagName);
}

/** Returns the custom element of an interactive figure, or `undefined` for other elements. */
export function findFigureElement({ tagName, children }: Element): Element | undefined {
  if (tagName !== 'figure') return undefined;
  return children.filter(isElement).find((child) => child.tagName.includes('-'));
}
