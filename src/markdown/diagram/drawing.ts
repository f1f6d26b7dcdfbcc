import type { Element } from 'hast';
import { s } from 'hastscript';
import { fontSize, lineHeight } from './text/text-width.ts';

/** Layers from back to front. Each is a single path, styled by a class of `styles/diagram.css`. */
export const layers = [
  'frame',
  'life',
  'box',
  'note',
  'bar',
  'line',
  'dash',
  'thick',
  'tip',
  'hollow',
] as const;
export type Layer = (typeof layers)[number];

/** A rectangle, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Returns the middle of a rectangle. */
export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** A line of text, positioned by the middle or the start of its baseline. */
export interface Text {
  x: number;
  y: number;
  text: string;
  anchor?: 'middle' | 'start';
  isStrong?: boolean;
  /** Whether lines may pass behind the text, which then has a halo. */
  isOnLines?: boolean;
}

/** The geometry of a diagram and its bounding box. */
export interface Drawing extends Box {
  /** SVG path data by layer. */
  paths: Partial<Record<Layer, readonly string[]>>;
  texts: readonly Text[];
}

/** Converts a drawing to SVG with a text alternative, and without styles, scripts or ids. */
export function toSvg({ x, y, width, height, paths, texts }: Drawing, label: string): Element {
  const labels = texts.filter(({ text, isOnLines }) => text !== '' && isOnLines === true).map(toText);
  // Integers, so that nothing at the edge is cut off or blurred.
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [Math.ceil(x + width) - left, Math.ceil(y + height) - top];
  return s(
    'svg',
    {
      role: 'img',
      ariaLabel: label,
      viewBox: `${left} ${top} ${across} ${down}`,
      width: across,
      height: down,
    },
    layers.flatMap((layer) => {
      const parts = paths[layer] ?? [];
      return parts.length === 0 ? [] : [s('path', { className: [layer], d: parts.join('') })];
    }),
    texts.filter(({ text, isOnLines }) => text !== '' && isOnLines !== true).map(toText),
    labels.length === 0 ? [] : [s('g', { className: ['label'] }, labels)],
  );
}

function toText({ x, y, text, anchor, isStrong }: Text): Element {
  const classes = [...(anchor === 'start' ? ['start'] : []), ...(isStrong === true ? ['strong'] : [])];
  const properties = { x: round(x), y: round(y), ...(classes.length === 0 ? {} : { className: classes }) };
  return s('text', properties, text);
}

/** Stacks lines of text, starting at `top`. */
export function stack(
  lines: readonly string[],
  { x, top, ...look }: { x: number; top: number } & Pick<Text, 'anchor' | 'isStrong' | 'isOnLines'>,
): Text[] {
  // Centers capital letters, whose height is about 0.7 em, in the line.
  const baseline = (lineHeight + fontSize * 0.7) / 2;
  return lines.map((text, index) => ({ x, y: top + baseline + index * lineHeight, text, ...look }));
}

/** Returns the path data of a rectangle with rounded corners. */
export function rectangle({ x, y, width, height }: Box, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  const [across, down] = [width - 2 * r, height - 2 * r];
  if (r === 0) return `M${at(x, y)}h${round(width)}v${round(height)}h${round(-width)}z`;
  const corner = (dx: number, dy: number): string => `a${at(r, r)} 0 0 1 ${at(dx, dy)}`;
  return `M${at(x + r, y)}h${round(across)}${corner(r, r)}v${round(down)}${corner(-r, r)}h${round(-across)}${corner(-r, -r)}v${round(-down)}${corner(r, -r)}z`;
}

/** Returns the path data of a line through points. */
export function polyline(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${at(x, y)}`;
      if (round(before.y) === round(y)) return `H${round(x)}`;
      return round(before.x) === round(x) ? `V${round(y)}` : `L${at(x, y)}`;
    })
    .join('');
}

export interface Point {
  x: number;
  y: number;
}

/** Formats a point for path data. */
export function at(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** Rounds to one decimal, which is below what screens can show and keeps path data short. */
export function round(value: number): number {
  // Adding zero turns -0 into 0.
  return Math.round(value * 10) / 10 + 0;
}

/** Returns the path data of an arrowhead at the end of a line: closed, to be filled, or two strokes. */
export function arrowTip(from: Point, to: Point, form: 'filled' | 'open'): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [back, half] = [9, 4];
  const left = at(to.x - ux * back - uy * half, to.y - uy * back + ux * half);
  const right = at(to.x - ux * back + uy * half, to.y - uy * back - ux * half);
  return `M${left}L${at(to.x, to.y)}L${right}${form === 'filled' ? 'z' : ''}`;
}
