import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { shortDigest } from '../model/index.ts';

/** Paper around a drawing where it is a picture, in CSS pixels. */
export const drawingMargin = 16;

/** What a drawing is, by which its style sheet is found. */
export type DrawingKind = 'diagram' | 'figure';

/** A diagram or a figure of a text as it is shown where SVG is not. */
export interface Drawing {
  /** By what it shows: drawings that look alike share one picture. */
  digest: string;
  kind: DrawingKind;
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

/** An SVG whose size is in pixels as a drawing, unless it has characters that a picture can't show. */
export function toDrawing(svg: Element, kind: DrawingKind): Drawing | undefined {
  if (undrawable.test(toString(svg).normalize('NFC'))) return undefined;
  const { width, height, ariaLabel, ...properties } = svg.properties;
  // What it is called is no part of how it looks.
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
