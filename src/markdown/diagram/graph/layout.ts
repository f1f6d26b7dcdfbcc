import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Box, Point } from '../drawing.ts';
import { listGroups, type Edge, type Graph, type Group, type Node } from './graph.ts';
import { widest } from '../text/advance.ts';
import { mostWidth, wrap } from '../text/label.ts';
import { tablePadding, writeStandIn } from './stand-in.ts';

/** A graph with a place for everything, in pixels. */
export interface GraphLayout {
  nodes: readonly { node: Node; box: Box }[];
  edges: readonly PlacedEdge[];
  groups: readonly { group: Group; box: Box }[];
}

export interface PlacedEdge extends Line {
  edge: Edge;
}

interface Line {
  /** Where it begins, its bends, where it ends. */
  points: readonly Point[];
  /** The middle of its label, if it has one. */
  label: Point | undefined;
}

/** Lay a graph out by `beautiful-mermaid`, from a source with stand-ins for its texts. What is placed has its labels in lines. */
export async function layOutGraph(written: Graph): Promise<GraphLayout> {
  // Loaded when there is something to draw: the layout it carries is a megabyte and a half.
  const { renderMermaidSVG } = await import('beautiful-mermaid');
  const graph = wrapLabels(written);
  const standIn = writeStandIn(graph);
  const spacing = graph.nodes.some(({ compartments }) => compartments !== undefined)
    ? { nodeSpacing: 40, layerSpacing: 72 }
    : { nodeSpacing: 28, layerSpacing: 44 };
  const svg = fromHtml(renderMermaidSVG(standIn.source, { padding: 6, ...spacing }), { fragment: true });
  const drawn = readDrawn(svg);
  return {
    nodes: graph.nodes.map((node, index) => ({ node, box: pick(drawn.nodes, standIn.nodes[index]) })),
    groups: listGroups(graph.groups).map((group, index) => {
      const box = pick(drawn.groups, standIn.groups[index]);
      return {
        group,
        box: { ...box, width: Math.max(box.width, widest([group.label.join(' ')], true) + 2 * tablePadding) },
      };
    }),
    edges: graph.edges.map((edge, index) => {
      const { points, label } = takeLine(drawn.lines, standIn.edges[index]);
      return { edge, points, label: edge.label.length === 0 ? undefined : label };
    }),
  };
}

/** A graph whose labels are in lines no longer than is comfortable; names and rows of tables may be twice as long. */
function wrapLabels(graph: Graph): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map(({ compartments, ...node }) =>
      compartments === undefined
        ? { ...node, label: wrap(node.label, mostWidth) }
        : {
            ...node,
            label: wrap(node.label, 2 * mostWidth, true),
            compartments: compartments.map((rows) => wrap(rows, 2 * mostWidth)),
          },
    ),
    edges: graph.edges.map((edge) => ({ ...edge, label: wrap(edge.label, mostWidth) })),
  };
}

/** What the library has drawn, by the names it was given. */
interface Drawn {
  nodes: Map<string, Box>;
  groups: Map<string, Box>;
  /** Several between two boxes, in order, if they have one label or none. */
  lines: Map<string, Line[]>;
}

function readDrawn(svg: Root): Drawn {
  const drawn: Drawn = { nodes: new Map(), groups: new Map(), lines: new Map() };
  const labels = new Map<string, Point>();
  visit(svg, 'element', (element: Element) => {
    const { className, dataId, dataFrom, dataTo, dataLabel } = element.properties;
    const name = String(dataId);
    const ends = `${String(dataFrom)} ${String(dataTo)} ${typeof dataLabel === 'string' ? dataLabel : ''}`;
    switch (String(className)) {
      case 'node':
        drawn.nodes.set(name, boxOf(element));
        break;
      case 'subgraph':
        drawn.groups.set(
          name,
          boxOf({ ...element, children: element.children.filter(isRectangle).slice(0, 1) }),
        );
        break;
      case 'edge':
        drawn.lines.set(ends, [
          ...(drawn.lines.get(ends) ?? []),
          { points: pointsOf(element), label: undefined },
        ]);
        break;
      case 'edge-label': {
        const { x, y, width, height } = boxOf(element);
        labels.set(ends, { x: x + width / 2, y: y + height / 2 });
        break;
      }
      default:
    }
  });
  for (const [ends, lines] of drawn.lines)
    drawn.lines.set(
      ends,
      lines.map((line) => ({ ...line, label: labels.get(ends) })),
    );
  return drawn;
}

function isRectangle(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'rect';
}

/** The smallest box around the shapes in an element. */
function boxOf(element: Element): Box {
  const corners: Point[] = [];
  visit(element, 'element', (shape: Element) => {
    corners.push(...cornersOf(shape));
  });
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function cornersOf(shape: Element): Point[] {
  const number = (name: string): number => Number(shape.properties[name]);
  switch (shape.tagName) {
    case 'rect': {
      const [x, y] = [number('x'), number('y')];
      return [
        { x, y },
        { x: x + number('width'), y: y + number('height') },
      ];
    }
    case 'circle':
    case 'ellipse': {
      const [cx, cy] = [number('cx'), number('cy')];
      const [rx, ry] = shape.tagName === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
      return [
        { x: cx - rx, y: cy - ry },
        { x: cx + rx, y: cy + ry },
      ];
    }
    case 'polygon':
      return pointsOf(shape);
    default:
      return [];
  }
}

function pointsOf({ properties }: Element): Point[] {
  return String(properties.points)
    .split(' ')
    .map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number);
      return { x, y };
    });
}

function pick(boxes: ReadonlyMap<string, Box>, name = ''): Box {
  const box = boxes.get(name);
  if (box === undefined) throw new Error(`The layout has left out the box ${name}`);
  return box;
}

function takeLine(
  lines: ReadonlyMap<string, Line[]>,
  { from, to, label } = { from: '', to: '', label: '' },
): Line {
  const line = lines.get(`${from} ${to} ${label}`)?.shift();
  if (line === undefined) throw new Error(`The layout has left out the line from ${from} to ${to}`);
  return line;
}
