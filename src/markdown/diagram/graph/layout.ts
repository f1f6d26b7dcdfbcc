import type { Box, Point } from '../drawing.ts';
import { maxLabelWidth, wrap } from '../text/label.ts';
import { fromElk, groupId, nodeId, toElk, type ElkOutput } from './elk.ts';
import { listGroups, type Edge, type Graph, type Group, type Node } from './graph.ts';
import { meetShape } from './shapes.ts';

/** A graph with the positions of all nodes, edges and groups, in pixels. Labels are wrapped. */
export interface GraphLayout {
  nodes: readonly { node: Node; box: Box }[];
  edges: readonly PlacedEdge[];
  groups: readonly { group: Group; box: Box }[];
}

export interface PlacedEdge {
  edge: Edge;
  /** The line's start, its bends and its end. */
  points: readonly Point[];
  /** The middle of each label that the edge has. */
  label: Point | undefined;
  startLabel: Point | undefined;
  endLabel: Point | undefined;
}

/** Lays out a graph with ELK's layered algorithm (after Sugiyama), which is deterministic. */
export async function layOutGraph(written: Graph): Promise<GraphLayout> {
  // Lazy-loaded, because the engine is 1.6 MB and most texts have no diagram.
  const { default: Elk } = await import('elkjs');
  const graph = wrapLabels(written);
  const { root, segments } = toElk(graph);
  const placed = fromElk(await new Elk({ algorithms: ['layered'] }).layout(root));
  const nodes = graph.nodes.map((node, index) => ({ node, box: boxOf(nodeId(index), placed) }));
  const byId = new Map(nodes.map((each) => [each.node.id, each]));
  return {
    nodes,
    groups: listGroups(graph.groups).map((group, index) => ({ group, box: boxOf(groupId(index), placed) })),
    edges: graph.edges.map((edge, index) => {
      const line = joinSegments(segments[index] ?? [], placed);
      const meet = (id: string, [end, next, ...rest]: readonly Point[]): readonly Point[] => {
        const target = byId.get(id);
        if (end === undefined || next === undefined) return [];
        return [target === undefined ? end : meetShape(end, next, target.node, target.box), next, ...rest];
      };
      const points = meet(edge.to, meet(edge.from, line.points).toReversed()).toReversed();
      return { ...line, edge, points };
    }),
  };
}

/** Wraps labels at a comfortable width; names and rows of boxes with compartments may be twice as long. */
function wrapLabels(graph: Graph): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map(({ compartments, ...node }) =>
      compartments === undefined
        ? { ...node, label: wrap(node.label, maxLabelWidth) }
        : {
            ...node,
            label: wrap(node.label, 2 * maxLabelWidth, true),
            compartments: compartments.map((rows) => wrap(rows, 2 * maxLabelWidth)),
          },
    ),
    edges: graph.edges.map((edge) => ({ ...edge, label: wrap(edge.label, maxLabelWidth) })),
  };
}

function boxOf(id: string, { boxes }: ElkOutput): Box {
  const box = boxes.get(id);
  if (box === undefined) throw new Error(`the layout engine has not placed the box ${id}`);
  return box;
}

/** Joins the ELK edges that together draw one edge of the graph. */
function joinSegments(ids: readonly string[], { lines }: ElkOutput): Omit<PlacedEdge, 'edge'> {
  const parts = ids.map((id) => {
    const line = lines.get(id);
    if (line === undefined || line.points.length < 2)
      throw new Error(`the layout engine has not placed the line ${id}`);
    return line;
  });
  const labelAt = (id: string): Point | undefined =>
    parts.map(({ labels }) => labels.get(id)).find((label) => label !== undefined);
  return {
    points: dropRepeated(parts.flatMap(({ points }) => points)),
    label: labelAt('CENTER'),
    startLabel: labelAt('TAIL'),
    endLabel: labelAt('HEAD'),
  };
}

/** Drops points that lie on the one before: two segments meet at the same port. */
function dropRepeated(points: readonly Point[]): Point[] {
  return points.filter(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined || Math.hypot(x - before.x, y - before.y) > 0.01;
  });
}
