import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { shortDigest } from '../model/index.ts';
import { hasClass } from './has-class.ts';

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

/**
 * Characters that pictures can show, all of them in the site’s font, which a test compares with this: it draws them whatever
 * fonts a machine has, and signs for “missing” in place of any other.
 */
export const drawable =
  /[ -~\u{a0}-\u{148}\u{14a}-\u{17f}\u{384}-\u{38a}\u{38e}-\u{3a1}\u{3a3}-\u{3ce}\u{400}-\u{45f}‐-‧‰-›←-↙⇒⇔−∞≈≠≤≥①-⑳■-□▲△▶▷▼▽◀◁◆◇○●★☆　-〃〈-】〔〕ㄱ-ㅣ가-힣！-～]/u;

const undrawable = new RegExp(`[^${drawable.source.slice(1)}`, 'u');

/** The picture of a diagram, unless it has characters that a picture can't show. */
export function toDiagramPicture(svg: Element): DiagramPicture | undefined {
  if (undrawable.test(toString(svg).normalize('NFC'))) return undefined;
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

/** The diagrams in a text’s HTML of which there are pictures. */
export function listDiagrams(html: string): DiagramPicture[] {
  // Parsing takes longest, and most texts have none.
  if (!html.includes('<svg')) return [];
  const found: DiagramPicture[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node: Element) => {
    const svg = findDiagram(node);
    const picture = svg && toDiagramPicture(svg);
    if (picture !== undefined) found.push(picture);
  });
  return found;
}

/** The SVG in the frame of a diagram, if an element is one. */
export function findDiagram(element: Element): Element | undefined {
  const [svg] = element.children;
  const isFrame = element.tagName === 'div' && hasClass(element, 'scroll');
  return isFrame && svg?.type === 'element' && svg.tagName === 'svg' ? svg : undefined;
}
