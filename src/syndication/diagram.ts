import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { shortDigest } from '../model/index.ts';

/** Paper around a diagram where it is a picture, in CSS pixels. */
export const diagramMargin = 16;

/** A diagram of a text as it is shown where SVG is not. */
export interface DiagramPicture {
  /** By what it shows: diagrams that look alike share one picture. */
  digest: string;
  /** The SVG it is drawn from. */
  svg: string;
  /** In CSS pixels, with the paper around it. */
  width: number;
  height: number;
  /** What it shows, in words. */
  alt: string;
}

/** The picture of a diagram. */
export function toDiagramPicture(svg: Element): DiagramPicture {
  const { width, height, ariaLabel, ...properties } = svg.properties;
  // What it is called is no part of how it looks.
  const markup = toHtml({ ...svg, properties: { ...properties, width, height } }, { space: 'svg' });
  return {
    digest: shortDigest(markup),
    svg: markup,
    width: Number(width) + 2 * diagramMargin,
    height: Number(height) + 2 * diagramMargin,
    alt: String(ariaLabel),
  };
}

/** The diagrams in a text’s HTML. */
export function listDiagrams(html: string): DiagramPicture[] {
  const found: DiagramPicture[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node: Element) => {
    const svg = findDiagram(node);
    if (svg !== undefined) found.push(toDiagramPicture(svg));
  });
  return found;
}

/** The SVG in the frame of a diagram, if an element is one. */
export function findDiagram({ tagName, properties, children }: Element): Element | undefined {
  const [svg] = children;
  const isFrame =
    tagName === 'div' && Array.isArray(properties.className) && properties.className.includes('scroll');
  return isFrame && svg?.type === 'element' && svg.tagName === 'svg' ? svg : undefined;
}
