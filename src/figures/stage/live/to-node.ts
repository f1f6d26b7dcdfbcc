import type { Element, ElementContent } from 'hast';
import { h, type ComponentChild } from 'preact';

/** A drawn element as what the browser shows of it: only what has changed is touched. */
export function toNode(element: ElementContent): ComponentChild {
  if (element.type === 'text') return element.value;
  if (element.type !== 'element') return undefined;
  const { tagName, properties, children }: Element = element;
  return h(tagName, properties, ...children.map(toNode));
}
