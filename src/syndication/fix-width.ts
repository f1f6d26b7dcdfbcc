import type { Element, ElementContent } from 'hast';
import { roundPlace, scalePath } from './scale-path.ts';

/** What a place in percent is of, and how far it is stretched: across, and down. */
interface Viewport {
  width: number;
  height: number;
  across: number;
  down: number;
}

/** Attributes that are places and lengths, by their direction. */
const acrossNames = ['x', 'x1', 'x2', 'cx', 'rx', 'width'] as const;
const downNames = ['y', 'y1', 'y2', 'cy', 'ry', 'height'] as const;

/**
 * A picture that fits any width, made for one: its percents are numbers, and what is stretched to its width is drawn there.
 * Renderers differ in what becomes of percents and of lines that keep their thickness while they are stretched.
 *
 * @param width in CSS pixels
 */
export function fixWidth(svg: Element, width: number): Element {
  const height = Number(svg.properties.height);
  const viewport: Viewport = { width, height, across: 1, down: 1 };
  return {
    ...svg,
    properties: { ...svg.properties, width, height },
    children: svg.children.map((child) => fix(child, viewport)),
  };
}

function fix(node: ElementContent, viewport: Viewport): ElementContent {
  if (node.type !== 'element') return node;
  const properties = fixPlaces(node.properties, viewport);
  const inner = node.tagName === 'svg' ? enter(properties, viewport) : undefined;
  const children = node.children.map((child) => fix(child, inner?.viewport ?? viewport));
  return { ...node, properties: inner?.properties ?? properties, children };
}

function fixPlaces(
  properties: Element['properties'],
  { width, height, across, down }: Viewport,
): Element['properties'] {
  const fixed = { ...properties };
  // Nothing is stretched any more.
  delete fixed.vectorEffect;
  const scale = (names: readonly string[], whole: number, by: number): void => {
    for (const name of names) {
      const place = toNumber(fixed[name], whole);
      if (place !== undefined) fixed[name] = roundPlace(place * by);
    }
  };
  scale(acrossNames, width, across);
  scale(downNames, height, down);
  if (typeof fixed.d === 'string') fixed.d = scalePath(fixed.d, across, down);
  return fixed;
}

function toNumber(value: Element['properties'][string], whole: number): number | undefined {
  const [, number, percent] = /^(-?[\d.]+)(%?)$/.exec(String(value)) ?? [];
  if (number === undefined) return undefined;
  return percent === '%' ? (Number(number) / 100) * whole : Number(number);
}

/**
 * A picture within a picture. One that stretches what it holds becomes one that does not.
 *
 * Throws where it would keep the proportions of what it holds: that is no part of how figures are drawn.
 */
function enter(
  { viewBox, preserveAspectRatio, ...properties }: Element['properties'],
  outer: Viewport,
): { properties: Element['properties']; viewport: Viewport } {
  const width = Number(properties.width ?? outer.width * outer.across);
  const height = Number(properties.height ?? outer.height * outer.down);
  if (typeof viewBox !== 'string') return { properties, viewport: { width, height, across: 1, down: 1 } };
  const [left, top, boxWidth = width, boxHeight = height] = viewBox.split(/[\s,]+/).map(Number);
  if (preserveAspectRatio !== 'none' || left !== 0 || top !== 0) {
    throw new Error(`Unexpected viewBox "${viewBox}", expected one from 0 0 on that is stretched`);
  }
  return {
    properties,
    viewport: { width: boxWidth, height: boxHeight, across: width / boxWidth, down: height / boxHeight },
  };
}
