import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { visit } from '../tree/index.ts';
import { shortDigest } from '../model/index.ts';
import { fixWidth } from './fix-width.ts';

/** Blank space around a drawing in its image, in CSS pixels. */
export const drawingMargin = 16;

/** The kind of a drawing, which determines its style sheet. */
export type DrawingKind = 'diagram' | 'figure';

/** A diagram or a figure's picture, to be shown as an image where SVG is not supported. */
export interface Drawing {
  /** Content hash: identical drawings share one image. */
  digest: string;
  kind: DrawingKind;
  svg: string;
  /** Width of the image in CSS pixels, including the margin. */
  width: number;
  height: number;
  /** Alternative text. */
  alt: string;
}

/**
 * Characters that images can show. All are in the site’s font, which draws them independently of the fonts on the machine; a
 * test compares the two. Other characters would be drawn as missing glyphs.
 */
export const drawableCharacters =
  /[ -~\u{a0}-\u{148}\u{14a}-\u{17f}\u{384}-\u{38a}\u{38e}-\u{3a1}\u{3a3}-\u{3ce}\u{400}-\u{45f}‐-‧‰-›←-↙⇒⇔−∞≈≠≤≥①-⑳■-□▲△▶▷▼▽◀◁◆◇○●★☆　-〃〈-】〔〕ㄱ-ㅣ가-힣！-～]/u;

const undrawable = new RegExp(`[^${drawableCharacters.source.slice(1)}`, 'u');

/** Converts an SVG with a size in pixels to a drawing. Returns `undefined` if it has characters that images can't show. */
export function toDrawing(svg: Element, kind: DrawingKind): Drawing | undefined {
  if (undrawable.test(toString(svg).normalize('NFC'))) return undefined;
  const { width, height, ariaLabel, ...properties } = svg.properties;
  // The label does not change the image, so it is not part of the digest.
  const markup = toHtml({ ...svg, properties: { ...properties, width, height } }, { space: 'svg' });
  return {
    digest: shortDigest(markup),
    kind,
    svg: markup,
    width: Number(width) + 2 * drawingMargin,
    height: Number(height) + 2 * drawingMargin,
    alt: String(ariaLabel),
  };
}

/** Returns the drawings in a text’s HTML: diagrams and figures that images can show. */
export function listDrawings(html: string): Drawing[] {
  const found: Drawing[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node: Element) => {
    const source = findDrawing(node);
    const drawing = source && toDrawing(source.svg, source.kind);
    if (drawing !== undefined) found.push(drawing);
  });
  return found;
}

/** Returns the SVG of a diagram or a figure, with a size in pixels, if an element is the frame of one. */
export function findDrawing(element: Element): { svg: Element; kind: DrawingKind } | undefined {
  const diagram = findDiagram(element);
  if (diagram !== undefined) return { svg: diagram, kind: 'diagram' };
  const picture = findFigurePicture(element);
  return picture && { svg: picture, kind: 'figure' };
}

function findDiagram(element: Element): Element | undefined {
  const [svg] = element.children;
  const isFrame = element.tagName === 'div' && hasClass(element, 'scroll');
  return isFrame && svg?.type === 'element' && svg.tagName === 'svg' ? svg : undefined;
}

/** Width of the image of a figure with its margin, in CSS pixels: about the width of a text. */
const figureImageWidth = 640;

function findFigurePicture(element: Element): Element | undefined {
  if (!hasClass(element, 'figure-picture')) return undefined;
  const svg = element.children.find((child) => child.type === 'element' && child.tagName === 'svg');
  return svg?.type === 'element' ? fixWidth(svg, figureImageWidth - 2 * drawingMargin) : undefined;
}

/** Returns whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
