import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';

/** Area of the lines within the chart: x in percent of the chart’s width, y in pixels. */
export const chartArea = { left: 9, right: 100, top: 52, bottom: 222, height: 296 } as const;

/** Draws content at a position without stretching it to the chart’s width. */
export function placeAt(x: string, y: number, ...content: Content[]): Element {
  return el('svg', { x, y: roundToTenth(y), overflow: 'visible' }, ...content);
}

/** Formats a position with two decimals: `12.34%`. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** Rounds a number to one decimal, which keeps path data short. */
export function roundToTenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
