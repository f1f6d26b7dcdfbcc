/** A parsed diagram of nodes and edges: a flowchart, or a diagram of states, classes or entities. */
export interface Graph {
  direction: Direction;
  nodes: readonly Node[];
  edges: readonly Edge[];
  /** Top-level groups. */
  groups: readonly Group[];
}

export const directions = ['TB', 'TD', 'BT', 'LR', 'RL'] as const;
export type Direction = (typeof directions)[number];

export interface Node {
  id: string;
  label: readonly string[];
  shape: Shape;
  /** Rows below the name, separated by rules: the members of a class, the attributes of an entity. */
  compartments?: readonly (readonly string[])[];
}

export type Shape =
  | 'rectangle'
  | 'rounded'
  | 'stadium'
  | 'subroutine'
  | 'cylinder'
  | 'circle'
  | 'doublecircle'
  | 'asymmetric'
  | 'diamond'
  | 'hexagon'
  | 'trapezoid'
  | 'trapezoid-alt'
  | 'parallelogram'
  | 'parallelogram-alt'
  | 'start'
  | 'end';

export interface Edge {
  from: string;
  to: string;
  label: readonly string[];
  stroke: 'solid' | 'dashed' | 'thick';
  start: End;
  end: End;
  /** Texts next to the ends of the edge. */
  startLabel?: string;
  endLabel?: string;
}

/** The sign at the end of a line: none, an arrow, a UML relation, or a number of entities. */
export type End =
  | 'none'
  | 'arrow'
  | 'inheritance'
  | 'composition'
  | 'aggregation'
  | 'one'
  | 'zero-one'
  | 'many'
  | 'zero-many';

export interface Group {
  id: string;
  label: readonly string[];
  direction: Direction | undefined;
  /** Ids of the nodes directly in the group. */
  nodes: string[];
  groups: Group[];
}

/** Maximum number of nodes, and of edges. That many take about two seconds to lay out, and are more than anyone can follow. */
export const maxParts = 300;

/** A graph under construction. */
export interface GraphBuilder {
  direction: Direction;
  nodes: Map<string, Node>;
  edges: Edge[];
  groups: Group[];
  /** Open groups, outermost first. */
  open: Group[];
}

/** Creates an empty graph. */
export function createGraphBuilder(direction: Direction): GraphBuilder {
  return { direction, nodes: new Map(), edges: [], groups: [], open: [] };
}

/** Adds or replaces a node. It stays in the group of its first mention. */
export function addNode(node: Node, { nodes, open }: GraphBuilder): void {
  if (!nodes.has(node.id)) open.at(-1)?.nodes.push(node.id);
  nodes.set(node.id, node);
}

/** Opens a group in the innermost open one. Returns `false` if there is a group with this id already. */
export function openGroup(id: string, label: readonly string[], { groups, open }: GraphBuilder): boolean {
  if (listGroups(groups).some((group) => group.id === id)) return false;
  const group: Group = { id, label, direction: undefined, nodes: [], groups: [] };
  (open.at(-1)?.groups ?? groups).push(group);
  open.push(group);
  return true;
}

/** Closes the innermost group. Returns `false` if there is none, or if it has no members of its own. */
export function closeGroup({ open }: GraphBuilder): boolean {
  const group = open.pop();
  return group !== undefined && group.nodes.length + group.groups.length > 0;
}

/** Parses `direction LR` for the innermost open group or the graph. Returns `false` if the text is something else. */
export function parseDirection(text: string, builder: GraphBuilder): boolean {
  const word = /^direction\s+(\w+)$/.exec(text)?.[1];
  const direction = directions.find((each) => each === word);
  if (direction === undefined) return false;
  const group = builder.open.at(-1);
  if (group === undefined) builder.direction = direction;
  else group.direction = direction;
  return true;
}

/** Builds the graph. */
export function toGraph({ direction, nodes, edges, groups }: GraphBuilder): Graph {
  return { direction, nodes: [...nodes.values()].map(dropEmpty), edges, groups };
}

function dropEmpty(node: Node): Node {
  const compartments = node.compartments?.filter((rows) => rows.length > 0);
  return compartments === undefined ? node : { ...node, compartments };
}

/** Lists groups and all nested groups, parents first (preorder). */
export function listGroups(groups: readonly Group[]): Group[] {
  return groups.flatMap((group) => [group, ...listGroups(group.groups)]);
}
