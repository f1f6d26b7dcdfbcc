import type { Element, Nodes } from 'hast';

/** Whether a node is an element. */
export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** An element with classes added to its own. */
export function addClasses(element: Element, names: readonly string[]): Element {
  if (names.length === 0) return element;
  const { className } = element.properties;
  const own = Array.isArray(className) ? className : [];
  return { ...element, properties: { ...element.properties, className: [...own, ...names] } };
}

/** Whether a node is nothing but the white space between elements. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Whether what an element holds may stand in several rows, each with a piece of the element around it. */
export function isPartable({ tagName }: Element): boolean {
  return ['aside', 'blockquote', 'div', 'li', 'ol', 'section', 'ul'].includes(tagName);
}

/** What of a figure runs, if it is one that does: an element of a name of its own. */
export function findRunning({ tagName, children }: Element): Element | undefined {
  if (tagName !== 'figure') return undefined;
  return children.filter(isElement).find((child) => child.tagName.includes('-'));
}
