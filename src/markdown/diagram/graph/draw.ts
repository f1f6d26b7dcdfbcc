import {
  arrowTip,
  at,
  middleOf,
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
import { lineHeight, widest } from '../text/text-width.ts';
import type { Edge, End, Group, Node } from './graph.ts';
import type { GraphLayout, PlacedEdge } from './layout.ts';
import { circle, compartmentHeight, compartmentPadding, isMark, shapePath, tablePadding } from './shapes.ts';

/** SVG path data and the layer it belongs to. */
type Stroke = readonly [Layer, string];

/** Draws a graph that has been laid out. */
export function drawGraph({ nodes, edges, groups }: GraphLayout): Drawing {
  const strokes = [
    ...groups.map(({ box }): Stroke => ['frame', rectangle(box, 4)]),
    ...nodes.flatMap(({ node, box }) => drawNode(node, box)),
    ...edges.flatMap(drawEdge),
  ];
  const texts = [
    ...groups.flatMap(({ group, box }) => writeTitle(group, box)),
    ...nodes.flatMap(({ node, box }) => writeNode(node, box)),
    ...edges.flatMap(writeEdge).map((text) => ({ ...text, isOnLines: true })),
  ];
  const extent = extentOf(
    [...nodes, ...groups].map(({ box }) => box),
    edges.flatMap(({ points }) => points),
    texts,
  );
  const layers = Map.groupBy(strokes, ([layer]) => layer);
  return {
    ...extent,
    texts,
    paths: Object.fromEntries([...layers].map(([layer, parts]) => [layer, parts.map(([, path]) => path)])),
  };
}

/** Blank space around the drawing, so that strokes and signs at the edge are not cut off. */
const margin = 8;

/** Returns the smallest box around a drawing, with a margin. */
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

/** Returns the box around a line of text, from ascenders to descenders. */
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

function drawNode(node: Node, box: Box): Stroke[] {
  if (isMark(node)) return drawMark(node, box);
  const rules = compartmentTops(node, box).map((y) => `M${at(box.x, y)}h${round(box.width)}`);
  return [['box', shapePath(node.shape, box) + rules.join('')]];
}

function drawMark({ shape }: Node, box: Box): Stroke[] {
  const [middle, radius] = [middleOf(box), box.width / 2];
  if (shape === 'start') return [['tip', circle(middle, radius)]];
  return [
    ['line', circle(middle, radius)],
    ['tip', circle(middle, radius / 2)],
  ];
}

/** Returns the y coordinates of the rules above the compartments of a box. */
function compartmentTops({ label, compartments = [] }: Node, { y }: Box): number[] {
  let top = y + compartmentHeight(label);
  return compartments.map((rows) => {
    const here = top;
    top += compartmentHeight(rows);
    return here;
  });
}

function writeNode(node: Node, box: Box): Text[] {
  const { label, shape, compartments } = node;
  if (compartments === undefined) {
    const { x, y } = middleOf(box);
    // Centers the label on the front of a cylinder, below its lid, and right of the tip of a flag.
    const dx = shape === 'asymmetric' ? 6 : 0;
    const dy = shape === 'cylinder' ? 7 : 0;
    return stack(label, { x: x + dx, top: y + dy - (label.length * lineHeight) / 2 });
  }
  const tops = compartmentTops(node, box);
  return [
    ...stack(label, { x: middleOf(box).x, top: box.y + compartmentPadding, isStrong: true }),
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

function drawEdge({ edge, points }: PlacedEdge): Stroke[] {
  return [
    [strokeLayers[edge.stroke], polyline(points)],
    ...drawEnd(edge.start, points.toReversed()),
    ...drawEnd(edge.end, points),
  ];
}

/** Draws the sign at the end of a line, in the direction of the line's last stretch. */
function drawEnd(end: End, points: readonly Point[]): Stroke[] {
  const [before, tip] = points.slice(-2);
  if (before === undefined || tip === undefined) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  /** Returns a point by its distance from the tip, back along the line and to its side. */
  const p = (back: number, aside: number): string =>
    at(tip.x - ux * back - uy * aside, tip.y - uy * back + ux * aside);
  const bar = (back: number): string => `M${p(back, 6)}L${p(back, -6)}`;
  const ring: Stroke = ['hollow', circle({ x: tip.x - ux * 17, y: tip.y - uy * 17 }, 4)];
  const crowsFoot = `M${p(0, 6)}L${p(12, 0)}L${p(0, -6)}`;
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
      return [['line', crowsFoot + bar(16)]];
    case 'zero-many':
      return [['line', crowsFoot], ring];
  }
}

function writeEdge({ edge, label, startLabel, endLabel }: PlacedEdge): Text[] {
  const labels: [readonly string[], Point | undefined][] = [
    [edge.label, label],
    [[edge.startLabel ?? ''], startLabel],
    [[edge.endLabel ?? ''], endLabel],
  ];
  return labels.flatMap(([lines, middle]) =>
    middle === undefined
      ? []
      : stack(lines, { x: middle.x, top: middle.y - (lines.length * lineHeight) / 2 }),
  );
}
