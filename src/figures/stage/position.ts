import type { Element } from 'hast';
import { el, type Content } from './element.ts';

/** Formats a position or width, in percent of the picture’s width, with two decimals: `12.34%`. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** Rounds pixels to one decimal, which keeps markup and path data short. */
export function roundToTenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Places content at a point of the picture without stretching it to the picture’s width. */
export function placeAt(x: string, y: number, ...content: Content[]): Element {
  return el('svg', { x, y: roundToTenth(y), overflow: 'visible' }, ...content);
}
