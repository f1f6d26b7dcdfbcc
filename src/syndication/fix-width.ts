import type { Element, ElementContent } from 'hast';
import { roundCoordinate, scalePath } from './scale-path.ts';

/** The size that percentages refer to, and the scale factors in both directions. */
interface Viewport {
  width: number;
  height: number;
  scaleX: number;
  scaleY: number;
}

/** Attributes that are horizontal and vertical coordinates or lengths. */
const horizontalNames = ['x', 'x1', 'x2', 'cx', 'rx', 'width'] as const;
const verticalNames = ['y', 'y1', 'y2', 'cy', 'ry', 'height'] as const;

/**
 * Converts a picture of a figure, which adapts to any width, to a fixed width: replaces percentages with numbers, and scales the
 * content of stretched `<svg>` elements. Renderers differ in their support of percentages and `vector-effect`.
 *
 * @param width in CSS pixels
 */
export function fixWidth(svg: Element, width: number): Element {
  const height = Number(svg.properties.height);
  const viewport: Viewport = { width, height, scaleX: 1, scaleY: 1 };
  return {
    ...svg,
    properties: { ...svg.properties, width, height },
    children: svg.children.map((child) => fix(child, viewport)),
  };
}

function fix(node: ElementContent, viewport: Viewport): ElementContent {
  if (node.type !== 'element') return node;
  const properties = fixCoordinates(node.properties, viewport);
  const inner = node.tagName === 'svg' ? enter(properties, viewport) : undefined;
  const children = node.children.map((child) => fix(child, inner?.viewport ?? viewport));
  return { ...node, properties: inner?.properties ?? properties, children };
}

function fixCoordinates(
  properties: Element['properties'],
  { width, height, scaleX, scaleY }: Viewport,
): Element['properties'] {
  const fixed = { ...properties };
  // Nothing is stretched anymore.
  delete fixed.vectorEffect;
  const scale = (names: readonly string[], whole: number, by: number): void => {
    for (const name of names) {
      const value = toNumber(fixed[name], whole);
      if (value !== undefined) fixed[name] = roundCoordinate(value * by);
    }
  };
  scale(horizontalNames, width, scaleX);
  scale(verticalNames, height, scaleY);
  if (typeof fixed.d === 'string') fixed.d = scalePath(fixed.d, scaleX, scaleY);
  return fixed;
}

function toNumber(value: Element['properties'][string], whole: number): number | undefined {
  const [, number, percent] = /^(-?[\d.]+)(%?)$/.exec(String(value)) ?? [];
  if (number === undefined) return undefined;
  return percent === '%' ? (Number(number) / 100) * whole : Number(number);
}

/**
 * Enters a nested `<svg>`: returns its attributes without `viewBox`, and the viewport of its content.
 *
 * @throws if the `viewBox` does not start at 0 0 or keeps proportions, which figures don't use
 */
function enter(
  { viewBox, preserveAspectRatio, ...properties }: Element['properties'],
  outer: Viewport,
): { properties: Element['properties']; viewport: Viewport } {
  const width = Number(properties.width ?? outer.width * outer.scaleX);
  const height = Number(properties.height ?? outer.height * outer.scaleY);
  if (typeof viewBox !== 'string') return { properties, viewport: { width, height, scaleX: 1, scaleY: 1 } };
  const [left, top, boxWidth = width, boxHeight = height] = viewBox.split(/[\s,]+/).map(Number);
  if (preserveAspectRatio !== 'none' || left !== 0 || top !== 0) {
    throw new Error(
      `Unexpected viewBox "${viewBox}", expected one that starts at 0 0, with preserveAspectRatio="none"`,
    );
  }
  return {
    properties,
    viewport: { width: boxWidth, height: boxHeight, scaleX: width / boxWidth, scaleY: height / boxHeight },
  };
}
