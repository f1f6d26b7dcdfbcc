import type { Element } from 'hast';
import { el } from '../stage/element.ts';

/** Areas of the picture: x in percent of its width, y in pixels. An hour is 20 pixels high. */
export const area = {
  denmark: { left: 0, right: 43 },
  korea: { left: 57, right: 100 },
  top: 70,
  bottom: 430,
  legend: 454,
  strip: 484,
  height: 546,
} as const;

/** Part of a column: `left` and `right` in percent of the picture’s width, `from` and `to` in pixels. */
interface Block {
  left: number;
  right: number;
  from: number;
  to: number;
}

/** Draws a part of a column as a rectangle. */
export function drawBlock(style: string, { left, right, from, to }: Block): Element {
  return el('rect', { class: style, x: `${left}%`, y: from, width: `${right - left}%`, height: to - from });
}

/** Draws diagonal lines over a part of a column, in a nested `svg` that stretches to its width. */
export function drawHatch(style: string, { left, right, from, to }: Block): Element {
  // About the width of a column on a phone, where the lines have an angle of 45 degrees.
  const width = 140;
  return el(
    'svg',
    {
      x: `${left}%`,
      y: from,
      width: `${right - left}%`,
      height: to - from,
      viewBox: `0 0 ${width} ${to - from}`,
      preserveAspectRatio: 'none',
    },
    el('path', { class: style, 'vector-effect': 'non-scaling-stroke', d: hatch(width, to - from) }),
  );
}

/** Returns the path of parallel diagonal lines that fill a rectangle. */
export function hatch(width: number, height: number): string {
  const step = 7;
  let path = '';
  for (let start = step; start < width + height; start += step) {
    const [x1, y1] = start <= height ? [0, start] : [start - height, height];
    const [x2, y2] = start <= width ? [start, 0] : [width, start - width];
    path += `M${x1},${y1}L${x2},${y2}`;
  }
  return path;
}
