import type { Element, ElementContent } from 'hast';
import { drawingMargin } from './drawing.ts';
import { fixWidth } from './fix-width.ts';
import { hasClass } from './has-class.ts';

/** Width of a figure’s picture with the paper around it, in CSS pixels: about that of a text. */
const pictureWidth = 640;

/** The custom element in which a figure stands, by the beginning of its name. */
const hostPrefix = 'narani-';

/** Whether an element is what a script makes live, and what stands there without one. */
export function isFigureHost({ tagName }: Element): boolean {
  return tagName.startsWith(hostPrefix);
}

/** The picture in the frame of a figure, if an element is one: as wide as it is shown where SVG is not. */
export function findFigurePicture(element: Element): Element | undefined {
  if (!hasClass(element, 'figure-picture')) return undefined;
  const svg = element.children.find((child) => child.type === 'element' && child.tagName === 'svg');
  return svg?.type === 'element' ? fixWidth(svg, pictureWidth - 2 * drawingMargin) : undefined;
}

/** What a figure holds, without controls and without small drawings that only stand beside its picture. */
export function dropControls(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, 'figure-picture')) return [child];
    return dropped.has(child.tagName) ? [] : [dropControls(child)];
  });
  return { ...element, children };
}

const dropped: ReadonlySet<string> = new Set<string>([
  ...['button', 'fieldset', 'form', 'input', 'label', 'select', 'textarea'],
  ...['script', 'style', 'svg', 'template'],
]);
