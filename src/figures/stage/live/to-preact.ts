import type { Element, ElementContent } from 'hast';
import { h, type ComponentChild } from 'preact';

/** Converts hast to Preact’s virtual DOM, so that a redraw updates only the nodes that changed. */
export function toPreact(element: ElementContent): ComponentChild {
  if (element.type === 'text') return element.value;
  if (element.type !== 'element') return undefined;
  const { tagName, properties, children }: Element = element;
  return h(tagName, properties, ...children.map(toPreact));
}
