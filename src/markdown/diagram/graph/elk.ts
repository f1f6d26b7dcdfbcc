import type { ElkExtendedEdge, ElkLabel, ElkNode } from 'elkjs';
import type { Box, Point } from '../drawing.ts';
import { lineHeight, widest } from '../text/text-width.ts';
import { commonOptions, elkDirections, groupOptions, isUpright } from './elk-options.ts';
import { listGroups, type Direction, type Edge, type Graph, type Group } from './graph.ts';
import { sizeOfNode } from './shapes.ts';

/** A graph as input of ELK, the Eclipse Layout Kernel. */
interface ElkInput {
  root: ElkNode;
  /** The ids of the ELK edges that together draw an edge of the graph, in order from its start to its end. */
  segments: readonly (readonly string[])[];
}

/** Returns the id of a node of a graph in ELK, which must not depend on what authors write. */
export const nodeId = (index: number): string => `n${index}`;
/** Returns the id of a group of a graph in ELK. */
export const groupId = (index: number): string => `g${index}`;

/**
 * Converts a graph whose labels are wrapped to the JSON of ELK.
 *
 * A group that is drawn in another direction than what surrounds it has a layout of its own. An edge that crosses
 * the border of such a group becomes several ELK edges, which meet at a port on the border.
 */
export function toElk(graph: Graph): ElkInput {
  const context = createContext(graph);
  const { root, elements } = context;
  for (const [index, node] of graph.nodes.entries()) {
    const { width, height } = sizeOfNode(node);
    elements.set(node.id, { id: nodeId(index), width, height });
  }
  const addChildren = (parent: ElkNode, groups: readonly Group[], nodes: readonly string[]): void => {
    const children = [...nodes, ...groups.map(({ id }) => id)];
    parent.children = children.map((id) => elementOf(id, elements));
    for (const group of groups) addChildren(elementOf(group.id, elements), group.groups, group.nodes);
  };
  const grouped = new Set(listGroups(graph.groups).flatMap(({ nodes }) => nodes));
  addChildren(
    root,
    graph.groups,
    graph.nodes.map(({ id }) => id).filter((id) => !grouped.has(id)),
  );
  return { root, segments: graph.edges.map((edge, index) => addEdge(edge, index, context)) };
}

interface Context {
  root: ElkNode;
  /** ELK's node of each node and group of the graph, by the graph's id. */
  elements: Map<string, ElkNode>;
  /** The groups around each node and group, innermost first, by the graph's id. */
  outerGroups: ReadonlyMap<string, readonly string[]>;
  /** The groups that have a layout of their own. */
  separate: ReadonlySet<string>;
}

function createContext(graph: Graph): Context {
  const elements = new Map<string, ElkNode>();
  const outerGroups = new Map<string, readonly string[]>();
  const separate = new Set<string>();
  const numbers = new Map(listGroups(graph.groups).map(({ id }, index) => [id, index]));
  const isTable = graph.nodes.some(({ compartments }) => compartments !== undefined);
  const addGroup = (group: Group, outer: readonly string[], direction: Direction): void => {
    const own = group.direction ?? direction;
    // Within a separate group, ELK lays out each nested group separately, too.
    const isSeparate =
      outer.some((id) => separate.has(id)) || elkDirections[own] !== elkDirections[direction];
    if (isSeparate) separate.add(group.id);
    elements.set(group.id, {
      id: groupId(numbers.get(group.id) ?? 0),
      layoutOptions: {
        ...commonOptions(own, isTable),
        ...groupOptions(group, isUpright(direction) && !isSeparate),
        ...(isSeparate ? { 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' } : {}),
      },
      edges: [],
      ports: [],
    });
    outerGroups.set(group.id, outer);
    const inner = [group.id, ...outer];
    for (const id of group.nodes) outerGroups.set(id, inner);
    for (const each of group.groups) addGroup(each, inner, own);
  };
  for (const group of graph.groups) addGroup(group, [], graph.direction);
  const root: ElkNode = {
    id: 'root',
    layoutOptions: {
      ...commonOptions(graph.direction, isTable),
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      // Set only for the root: ELK (0.12.1) fails if a group with unconnected nodes has this option.
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      // Absolute coordinates; by default they are relative to the parent.
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    edges: [],
  };
  return { root, elements, outerGroups, separate };
}

/** Adds an edge of the graph as one or more edges of ELK, and returns their ids. */
function addEdge(edge: Edge, index: number, context: Context): string[] {
  const { root, elements } = context;
  const from = separateGroups(edge.from, edge.to, context);
  const to = separateGroups(edge.to, edge.from, context);
  const out = from.filter((group) => !to.includes(group));
  const into = to.filter((group) => !from.includes(group)).reverse();
  const shared = from.find((group) => to.includes(group));
  const addPort = (group: string, name: string): string => {
    const { id, ports } = elementOf(group, elements);
    ports?.push({ id: `${id}-${name}${index}` });
    return `${id}-${name}${index}`;
  };
  // An edge between a separately laid out group and one of its members ends on the inside of the group's border.
  const endAt = (id: string, levels: readonly string[], name: string): string =>
    levels.includes(id) ? addPort(id, name) : elementOf(id, elements).id;
  const stops = [
    endAt(edge.from, from, 'from'),
    ...out.map((group) => addPort(group, 'out')),
    ...into.map((group) => addPort(group, 'in')),
    endAt(edge.to, to, 'to'),
  ];
  const containers = [...out, shared, ...into];
  return containers.map((group, part) => {
    const segment: ElkExtendedEdge = {
      id: `e${index}-${part}`,
      sources: stops.slice(part, part + 1),
      targets: stops.slice(part + 1, part + 2),
      labels: [
        ...(part === 0 ? toLabel(edge.startLabel, 'TAIL') : []),
        ...(part === out.length ? toLabel(edge.label, 'CENTER') : []),
        ...(part === containers.length - 1 ? toLabel(edge.endLabel, 'HEAD') : []),
      ],
    };
    (group === undefined ? root : elementOf(group, elements)).edges?.push(segment);
    return segment.id;
  });
}

/** Returns the groups with a layout of their own around one end of an edge, innermost first. */
function separateGroups(id: string, other: string, { outerGroups, separate }: Context): string[] {
  const containsOther = outerGroups.get(other)?.includes(id) ?? false;
  return [...(containsOther ? [id] : []), ...(outerGroups.get(id) ?? [])].filter((group) =>
    separate.has(group),
  );
}

/** Position of a label on its edge, as ELK names it. Also used as the label's id. */
export type Placement = 'TAIL' | 'CENTER' | 'HEAD';

function toLabel(text: readonly string[] | string | undefined, placement: Placement): ElkLabel[] {
  const lines = typeof text === 'string' ? [text] : (text ?? []);
  if (lines.length === 0) return [];
  // Labels in the middle interrupt their line, with a gap around them.
  const [gapX, gapY] = placement === 'CENTER' ? [8, 4] : [0, 0];
  return [
    {
      id: placement,
      // ELK drops labels without text.
      text: placement,
      width: widest(lines) + gapX,
      height: lines.length * lineHeight + gapY,
      layoutOptions: {
        'elk.edgeLabels.placement': placement,
        'elk.edgeLabels.inline': String(placement === 'CENTER'),
      },
    },
  ];
}

function elementOf(id: string, elements: ReadonlyMap<string, ElkNode>): ElkNode {
  const element = elements.get(id);
  if (element === undefined) throw new Error(`the graph has no node or group “${id}”`);
  return element;
}

/** Boxes and lines that ELK has placed, by its ids. */
export interface ElkOutput {
  boxes: ReadonlyMap<string, Box>;
  lines: ReadonlyMap<string, { points: readonly Point[]; labels: ReadonlyMap<string, Point> }>;
}

/** Collects the boxes and lines of a layout by ELK; labels are points at their middle. */
export function fromElk(root: ElkNode): ElkOutput {
  const boxes = new Map<string, Box>();
  const lines = new Map<string, { points: Point[]; labels: Map<string, Point> }>();
  const visit = ({ id, children = [], edges = [], ...shape }: ElkNode): void => {
    boxes.set(id, toBox(shape));
    for (const { id: edge, sections = [], labels = [] } of edges)
      lines.set(edge, {
        points: sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
          [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y })),
        ),
        labels: new Map(
          labels.map((label) => {
            const { x, y, width, height } = toBox(label);
            return [label.id ?? '', { x: x + width / 2, y: y + height / 2 }];
          }),
        ),
      });
    for (const child of children) visit(child);
  };
  visit(root);
  return { boxes, lines };
}

function toBox({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x, y, width, height };
}
