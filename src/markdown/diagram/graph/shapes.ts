import { at, middleOf, polyline, rectangle, round, type Box, type Point } from '../drawing.ts';
import { lineHeight, widest } from '../text/text-width.ts';
import type { Node, Shape } from './graph.ts';

/** Space on the left and right of the text in a box with compartments, in pixels. */
export const tablePadding = 12;

/** Space above and below the rows of a compartment, in pixels. */
export const compartmentPadding = 6;

/** Radius of the marks of a start and an end state, in pixels. */
const markRadius = 8;

/** Space on the left and right of a label in a box, and above and below it, in pixels. */
const labelPadding = { x: 20, y: 8 };

const smallestBox: Size = { width: 60, height: 36 };

export interface Size {
  width: number;
  height: number;
}

/** Returns whether a node is the mark of a start or an end state, which has no label. */
export function isMark({ shape }: Node): boolean {
  return shape === 'start' || shape === 'end';
}

/** Returns the size of the smallest shape that holds a node's label, in pixels. */
export function sizeOfNode(node: Node): Size {
  const { label, shape, compartments } = node;
  if (isMark(node)) return { width: 2 * markRadius, height: 2 * markRadius };
  if (compartments !== undefined)
    return atLeast(smallestBox, {
      // The name above compartments is bold.
      width: Math.max(widest(label, true), widest(compartments.flat())) + 2 * tablePadding,
      height: [label, ...compartments].reduce((sum, rows) => sum + compartmentHeight(rows), 0),
    });
  const { width, height } = atLeast(smallestBox, {
    width: widest(label) + 2 * labelPadding.x,
    height: label.length * lineHeight + 2 * labelPadding.y,
  });
  switch (shape) {
    case 'diamond': {
      const side = Math.max(width, height) + 24;
      return { width: side, height: side };
    }
    case 'circle':
    case 'doublecircle': {
      const diameter = Math.hypot(width, height) + (shape === 'circle' ? 8 : 20);
      return { width: diameter, height: diameter };
    }
    case 'hexagon':
    case 'trapezoid':
    case 'trapezoid-alt':
    case 'parallelogram':
    case 'parallelogram-alt':
      return { width: width + 20, height };
    case 'asymmetric':
      return { width: width + 12, height };
    case 'cylinder':
      return { width, height: height + 14 };
    default:
      return { width, height };
  }
}

function atLeast(least: Size, { width, height }: Size): Size {
  return { width: Math.max(least.width, width), height: Math.max(least.height, height) };
}

/** Returns the height of a compartment with these rows, in pixels. */
export function compartmentHeight(rows: readonly string[]): number {
  return rows.length * lineHeight + 2 * compartmentPadding;
}

/** Corners of the shapes that are polygons, as fractions of the width and height of their box. */
const polygons: Partial<Readonly<Record<Shape, readonly (readonly [x: number, y: number])[]>>> = {
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  trapezoid: [
    [0.15, 0],
    [0.85, 0],
    [1, 1],
    [0, 1],
  ],
  'trapezoid-alt': [
    [0, 0],
    [1, 0],
    [0.85, 1],
    [0.15, 1],
  ],
  parallelogram: [
    [0.15, 0],
    [1, 0],
    [0.85, 1],
    [0, 1],
  ],
  'parallelogram-alt': [
    [0, 0],
    [0.85, 0],
    [1, 1],
    [0.15, 1],
  ],
};

/** Returns the corners of a shape that is a polygon, or `undefined` for any other. */
function cornersOf(shape: Shape, { x, y, width, height }: Box): Point[] | undefined {
  if (shape === 'hexagon') {
    const cut = height / 4;
    return [
      { x: x + cut, y },
      { x: x + width - cut, y },
      { x: x + width, y: y + height / 2 },
      { x: x + width - cut, y: y + height },
      { x: x + cut, y: y + height },
      { x, y: y + height / 2 },
    ];
  }
  if (shape === 'asymmetric')
    return [
      { x: x + 12, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x: x + 12, y: y + height },
      { x, y: y + height / 2 },
    ];
  return polygons[shape]?.map(([across, down]) => ({ x: x + across * width, y: y + down * height }));
}

/** Returns the SVG path data of a node's shape. */
export function shapePath(shape: Shape, box: Box): string {
  const { x, y, width, height } = box;
  const middle = middleOf(box);
  const corners = cornersOf(shape, box);
  if (corners !== undefined) return `${polyline(corners)}z`;
  switch (shape) {
    case 'rounded':
      return rectangle(box, 8);
    case 'stadium':
      return rectangle(box, height / 2);
    case 'subroutine':
      return `${rectangle(box)}M${at(x + 8, y)}v${round(height)}M${at(x + width - 8, y)}v${round(height)}`;
    case 'cylinder':
      return cylinder(box);
    case 'circle':
      return circle(middle, width / 2);
    case 'doublecircle':
      return circle(middle, width / 2) + circle(middle, width / 2 - 5);
    default:
      return rectangle(box, 4);
  }
}

/** Returns the SVG path data of a circle. */
export function circle({ x, y }: Point, radius: number): string {
  const r = round(radius);
  return `M${at(x - radius, y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

function cylinder({ x, y, width, height }: Box): string {
  const cap = 7;
  const arc = (sweep: 0 | 1, across: number): string =>
    `a${round(width / 2)} ${cap} 0 0 ${sweep} ${round(across)} 0`;
  return `M${at(x, y + cap)}${arc(1, width)}v${round(height - 2 * cap)}${arc(1, -width)}zM${at(x, y + cap)}${arc(0, width)}`;
}

/**
 * Moves an end of a line from the border of a node's box on to the node's shape, along the line's last segment.
 * The layout engine treats every node as a rectangle.
 */
export function meetShape(end: Point, next: Point, { shape }: Node, box: Box): Point {
  const isUpright = Math.abs(end.x - next.x) < Math.abs(end.y - next.y);
  const hits = crossings(shape, box, isUpright ? end.x : end.y, isUpright);
  const distance = (hit: number): number => Math.abs(hit - (isUpright ? next.y : next.x));
  const [nearest] = hits.sort((one, other) => distance(one) - distance(other));
  if (nearest === undefined) return end;
  return isUpright ? { x: end.x, y: nearest } : { x: nearest, y: end.y };
}

/** Returns where a vertical line at x (or a horizontal line at y) crosses the outline of a shape; empty for a plain box. */
function crossings(shape: Shape, box: Box, coordinate: number, isUpright: boolean): number[] {
  if (['circle', 'doublecircle', 'start', 'end'].includes(shape)) {
    const middle = middleOf(box);
    const [along, across] = isUpright ? [middle.y, middle.x] : [middle.x, middle.y];
    const half = Math.sqrt(Math.max(0, (box.width / 2) ** 2 - (coordinate - across) ** 2));
    return [along - half, along + half];
  }
  const corners = cornersOf(shape, box) ?? [];
  return corners.flatMap((one, index) => {
    const other = corners[(index + 1) % corners.length] ?? one;
    const [from, to] = isUpright ? [one, other] : [flip(one), flip(other)];
    if (from.x === to.x || (coordinate - from.x) * (coordinate - to.x) > 0) return [];
    return [from.y + ((coordinate - from.x) / (to.x - from.x)) * (to.y - from.y)];
  });
}

function flip({ x, y }: Point): Point {
  return { x: y, y: x };
}
