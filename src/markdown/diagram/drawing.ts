import type { Element } from 'hast';
import { s } from 'hastscript';
import { fontSize, lineHeight } from './text/advance.ts';

/** What is drawn, from back to front; each kind of stroke is one path, and its look is a class of `styles/diagram.css`. */
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

/** A line of text: its place is the middle of its baseline, or the beginning where it is anchored there. */
export interface Text {
  x: number;
  y: number;
  text: string;
  anchor?: 'middle' | 'start';
  isStrong?: boolean;
  /** Whether lines may pass behind it, which are parted around it. */
  isOnLines?: boolean;
}

/** A diagram as geometry, and the part of the plane on which it is. */
export interface Drawing extends Box {
  /** SVG path data by layer. */
  paths: Partial<Record<Layer, readonly string[]>>;
  texts: readonly Text[];
}

/** A drawing as an SVG that names what it shows. It bears no style, no script and no id. */
export function toSvg({ x, y, width, height, paths, texts }: Drawing, label: string): Element {
  const labels = texts.filter(({ text, isOnLines }) => text !== '' && isOnLines === true).map(toText);
  // Whole pixels, so that nothing at the edge is cut or blurred.
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

/** Lines of text below each other, the first one’s top at `top`. */
export function stack(
  lines: readonly string[],
  { x, top, ...look }: { x: number; top: number } & Pick<Text, 'anchor' | 'isStrong' | 'isOnLines'>,
): Text[] {
  // Half of what is left above the capitals, whose height is about seven tenths of the size.
  const baseline = (lineHeight + fontSize * 0.7) / 2;
  return lines.map((text, index) => ({ x, y: top + baseline + index * lineHeight, text, ...look }));
}

/** Path data of a rectangle, its corners rounded. */
export function rectangle({ x, y, width, height }: Box, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  const [across, down] = [width - 2 * r, height - 2 * r];
  if (r === 0) return `M${at(x, y)}h${round(width)}v${round(height)}h${round(-width)}z`;
  const corner = (dx: number, dy: number): string => `a${at(r, r)} 0 0 1 ${at(dx, dy)}`;
  return `M${at(x + r, y)}h${round(across)}${corner(r, r)}v${round(down)}${corner(-r, r)}h${round(-across)}${corner(-r, -r)}v${round(-down)}${corner(r, -r)}z`;
}

/** Path data of a line through points. */
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

/** A point as path data has it. */
export function at(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** A number with one decimal: less than a screen shows, and few bytes. */
export function round(value: number): number {
  // Adding zero makes of -0 a 0.
  return Math.round(value * 10) / 10 + 0;
}

/** Path data of an arrow’s tip at a point to which a line comes from another: closed, to be filled, or two strokes. */
export function arrowTip(from: Point, to: Point, form: 'filled' | 'open'): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [back, half] = [9, 4];
  const left = at(to.x - ux * back - uy * half, to.y - uy * back + ux * half);
  const right = at(to.x - ux * back + uy * half, to.y - uy * back - ux * half);
  return `M${left}L${at(to.x, to.y)}L${right}${form === 'filled' ? 'z' : ''}`;
}
