import {
  arrowTip,
  at,
  polyline,
  rectangle,
  round,
  stack,
  type Box,
  type Drawing,
  type Layer,
  type Point,
  type Text,
} from '../drawing.ts';
import { lineHeight, widest } from '../text/advance.ts';
import type { Edge, End, Group, Node } from './graph.ts';
import type { GraphLayout, PlacedEdge } from './layout.ts';
import { compartmentPadding, tablePadding } from './stand-in.ts';

/** A piece of a drawing. */
type Stroke = readonly [Layer, string];

/** A graph that has been laid out, as strokes. */
export function drawGraph({ nodes, edges, groups }: GraphLayout): Drawing {
  const middles = new Map(nodes.map(({ node, box }) => [node.id, middleOf(box)]));
  const marks = new Map(
    nodes.filter(({ node }) => isMark(node)).map(({ node, box }) => [node.id, middleOf(box)]),
  );
  const lines = edges.map((edge) => ({ ...edge, points: reachMarks(edge, marks) }));
  const strokes = [
    ...groups.map(({ box }): Stroke => ['frame', rectangle(box, 4)]),
    ...nodes.flatMap(({ node, box }) => drawNode(node, box)),
    ...lines.flatMap(drawEdge),
  ];
  const texts = [
    ...groups.flatMap(({ group, box }) => writeTitle(group, box)),
    ...nodes.flatMap(({ node, box }) => writeNode(node, box)),
    ...lines.flatMap((line) => writeEdge(line, middles)).map((text) => ({ ...text, isOnLines: true })),
  ];
  const extent = extentOf(
    [...nodes, ...groups].map(({ box }) => box),
    lines.flatMap(({ points }) => points),
    texts,
  );
  return {
    ...extent,
    texts,
    paths: Object.fromEntries(
      [...Map.groupBy(strokes, ([layer]) => layer)].map(([layer, parts]) => [
        layer,
        parts.map(([, path]) => path),
      ]),
    ),
  };
}

/** White around the whole, so that strokes and signs at the edge are not cut. */
const margin = 8;

/** The smallest box around a drawing, with white around it. */
function extentOf(boxes: readonly Box[], points: readonly Point[], texts: readonly Text[]): Box {
  const all = [...boxes, ...points.map((point) => ({ ...point, width: 0, height: 0 })), ...texts.map(boxOf)];
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}

/** The box around a line of text, from its ascenders to its descenders. */
function boxOf({ x, y, text, anchor, isStrong }: Text): Box {
  const width = widest([text], isStrong);
  const descent = lineHeight / 4;
  const height = lineHeight * 0.9;
  return { x: anchor === 'start' ? x : x - width / 2, y: y + descent - height, width, height };
}

function writeTitle({ label }: Group, { x, y }: Box): Text[] {
  const place = { x: x + tablePadding, top: y + 5 };
  return stack([label.join(' ')], { ...place, anchor: 'start', isStrong: true, isOnLines: true });
}

function isMark({ shape }: Node): boolean {
  return shape === 'start' || shape === 'end';
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Radius of the marks of beginning and end. */
const markRadius = 8;

/** A line’s points, drawn on to the marks where it begins or ends: they are smaller than the boxes that stood in for them. */
function reachMarks({ edge, points }: PlacedEdge, marks: ReadonlyMap<string, Point>): readonly Point[] {
  const toMark = (id: string, line: readonly Point[]): readonly Point[] => {
    const mark = marks.get(id);
    const [end, next] = line;
    if (mark === undefined || end === undefined || next === undefined) return line;
    const isUpright = Math.abs(end.x - next.x) < Math.abs(end.y - next.y);
    const reached = isUpright
      ? { x: end.x, y: mark.y + Math.sign(next.y - end.y) * markRadius }
      : { x: mark.x + Math.sign(next.x - end.x) * markRadius, y: end.y };
    return [reached, ...line.slice(1)];
  };
  return toMark(edge.to, toMark(edge.from, points).toReversed()).toReversed();
}

function drawNode(node: Node, box: Box): Stroke[] {
  if (isMark(node)) return drawMark(node, middleOf(box));
  return [
    [
      'box',
      shapePath(node.shape, box) +
        compartmentTops(node, box)
          .map((y) => `M${at(box.x, y)}h${round(box.width)}`)
          .join(''),
    ],
  ];
}

function drawMark({ shape }: Node, { x, y }: Point): Stroke[] {
  if (shape === 'start') return [['tip', circle(x, y, markRadius)]];
  return [
    ['line', circle(x, y, markRadius)],
    ['tip', circle(x, y, markRadius - 4)],
  ];
}

function circle(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${at(x - radius, y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

function shapePath(shape: Node['shape'], box: Box): string {
  const { x, y, width, height } = box;
  const middle = middleOf(box);
  const polygon = (...corners: [number, number][]): string =>
    `${polyline(corners.map(([across, down]) => ({ x: x + across, y: y + down })))}z`;
  switch (shape) {
    case 'rounded':
      return rectangle(box, 8);
    case 'stadium':
      return rectangle(box, height / 2);
    case 'subroutine':
      return `${rectangle(box)}M${at(x + 8, y)}v${round(height)}M${at(x + width - 8, y)}v${round(height)}`;
    case 'cylinder':
      return drawCylinder(box);
    case 'circle':
      return circle(middle.x, middle.y, width / 2);
    case 'doublecircle':
      return circle(middle.x, middle.y, width / 2) + circle(middle.x, middle.y, width / 2 - 5);
    case 'diamond':
      return polygon([width / 2, 0], [width, height / 2], [width / 2, height], [0, height / 2]);
    case 'hexagon': {
      const cut = height / 4;
      return polygon(
        [cut, 0],
        [width - cut, 0],
        [width, height / 2],
        [width - cut, height],
        [cut, height],
        [0, height / 2],
      );
    }
    case 'asymmetric':
      return polygon([12, 0], [width, 0], [width, height], [12, height], [0, height / 2]);
    case 'trapezoid':
      return polygon([width * 0.15, 0], [width * 0.85, 0], [width, height], [0, height]);
    case 'trapezoid-alt':
      return polygon([0, 0], [width, 0], [width * 0.85, height], [width * 0.15, height]);
    case 'parallelogram':
      return polygon([width * 0.15, 0], [width, 0], [width * 0.85, height], [0, height]);
    case 'parallelogram-alt':
      return polygon([0, 0], [width * 0.85, 0], [width, height], [width * 0.15, height]);
    default:
      return rectangle(box, 4);
  }
}

function drawCylinder({ x, y, width, height }: Box): string {
  const cap = 7;
  const arc = (sweep: 0 | 1, across: number): string =>
    `a${round(width / 2)} ${cap} 0 0 ${sweep} ${round(across)} 0`;
  return `M${at(x, y + cap)}${arc(1, width)}v${round(height - 2 * cap)}${arc(1, -width)}zM${at(x, y + cap)}${arc(0, width)}`;
}

/** Where the lines above the compartments of a box stand. */
function compartmentTops({ label, compartments = [] }: Node, { y }: Box): number[] {
  let top = y + heightOf(label);
  return compartments.map((rows) => {
    const here = top;
    top += heightOf(rows);
    return here;
  });
}

function heightOf(lines: readonly string[]): number {
  return lines.length * lineHeight + 2 * compartmentPadding;
}

function writeNode(node: Node, box: Box): Text[] {
  const { x, y } = middleOf(box);
  const { label, compartments } = node;
  if (compartments === undefined) {
    // The face of a cylinder lies below its lid, that of a flag to the right of its notch.
    const dx = node.shape === 'asymmetric' ? 6 : 0;
    const dy = node.shape === 'cylinder' ? 4 : 0;
    return stack(label, { x: x + dx, top: y + dy - (label.length * lineHeight) / 2 });
  }
  const tops = compartmentTops(node, box);
  return [
    ...stack(label, { x, top: box.y + compartmentPadding, isStrong: true }),
    ...compartments.flatMap((rows, index) =>
      stack(rows, { x: box.x + tablePadding, top: (tops[index] ?? 0) + compartmentPadding, anchor: 'start' }),
    ),
  ];
}

const strokeLayers: Readonly<Record<Edge['stroke'], Layer>> = {
  solid: 'line',
  dashed: 'dash',
  thick: 'thick',
};

function drawEdge({ edge, points }: Omit<PlacedEdge, 'label'>): Stroke[] {
  return [
    [strokeLayers[edge.stroke], polyline(points)],
    ...drawEnd(edge.start, points.toReversed()),
    ...drawEnd(edge.end, points),
  ];
}

/** What a line ends in, where its last two points say in which direction. */
function drawEnd(end: End, points: readonly Point[]): Stroke[] {
  const [before, tip] = points.slice(-2);
  if (before === undefined || tip === undefined) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  /** A point so many pixels back on the line, and aside of it. */
  const p = (back: number, aside: number): string =>
    at(tip.x - ux * back - uy * aside, tip.y - uy * back + ux * aside);
  const bar = (back: number): string => `M${p(back, 6)}L${p(back, -6)}`;
  const ring: Stroke = ['hollow', circle(tip.x - ux * 17, tip.y - uy * 17, 4)];
  const foot = `M${p(0, 6)}L${p(12, 0)}L${p(0, -6)}`;
  switch (end) {
    case 'none':
      return [];
    case 'arrow':
      return [['tip', arrowTip(before, tip, 'filled')]];
    case 'inheritance':
      return [['hollow', `M${p(0, 0)}L${p(14, 7)}L${p(14, -7)}z`]];
    case 'composition':
      return [['tip', `M${p(0, 0)}L${p(9, 5)}L${p(18, 0)}L${p(9, -5)}z`]];
    case 'aggregation':
      return [['hollow', `M${p(0, 0)}L${p(9, 5)}L${p(18, 0)}L${p(9, -5)}z`]];
    case 'one':
      return [['line', bar(6) + bar(11)]];
    case 'zero-one':
      return [['line', bar(8)], ring];
    case 'many':
      return [['line', foot + bar(16)]];
    case 'zero-many':
      return [['line', foot], ring];
  }
}

function writeEdge({ edge, points, label }: PlacedEdge, middles: ReadonlyMap<string, Point>): Text[] {
  const besides = [
    [edge.startLabel, points, edge.from],
    [edge.endLabel, points.toReversed(), edge.to],
  ] as const;
  return [
    ...(label === undefined
      ? []
      : stack(edge.label, { x: label.x, top: label.y - (edge.label.length * lineHeight) / 2 })),
    ...besides.flatMap(([text, line, id]) =>
      text === undefined ? [] : writeBeside(text, line, middles.get(id)?.x ?? 0),
    ),
  ];
}

/** How far the first stretch of a line must go for a text to have room before its bend. */
const roomBeforeBend = lineHeight + 8;

/** A short text beside the beginning of a line: on the side to which it does not bend, or away from the middle of its box. */
function writeBeside(text: string, [end, next, after = next]: readonly Point[], middle: number): Text[] {
  if (end === undefined || next === undefined || after === undefined) return [];
  const isUpright = Math.abs(end.x - next.x) < Math.abs(end.y - next.y);
  if (!isUpright) {
    const away = 12 + widest([text]) / 2;
    return stack([text], { x: end.x + Math.sign(next.x - end.x) * away, top: end.y - lineHeight - 6 });
  }
  const isTight = Math.abs(next.y - end.y) < roomBeforeBend;
  const isLeft = isTight ? after.x > next.x : end.x < middle;
  const x = isLeft ? end.x - 10 - widest([text]) : end.x + 10;
  return stack([text], { x, top: next.y > end.y ? end.y + 3 : end.y - lineHeight - 3, anchor: 'start' });
}
