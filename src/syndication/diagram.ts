import type { Element } from 'hast';
import { hasClass } from './has-class.ts';

/** The SVG in the frame of a diagram, if an element is one. */
export function findDiagram(element: Element): Element | undefined {
  const [svg] = element.children;
  const isFrame = element.tagName === 'div' && hasClass(element, 'scroll');
  return isFrame && svg?.type === 'element' && svg.tagName === 'svg' ? svg : undefined;
}
