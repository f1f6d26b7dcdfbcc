/** A diagram of boxes and the lines between them, as its source says it: a flowchart, states, classes or entities. */
export interface Graph {
  direction: Direction;
  nodes: readonly Node[];
  edges: readonly Edge[];
  /** Outermost groups. */
  groups: readonly Group[];
}

export const directions = ['TB', 'TD', 'BT', 'LR', 'RL'] as const;
export type Direction = (typeof directions)[number];

export interface Node {
  id: string;
  label: readonly string[];
  shape: Shape;
  /** What stands below the name, between lines: the members of a class, the attributes of an entity. */
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
  /** What is written beside its ends. */
  startLabel?: string;
  endLabel?: string;
}

/** What a line ends in: nothing, an arrow, a sign of UML, or how many entities there may be. */
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
  /** Ids of what stands in it and in no group within it. */
  nodes: string[];
  groups: Group[];
}

/** As many boxes, and as many lines between them, as can be laid out in some two seconds: more than anyone follows. */
export const mostParts = 300;

/** A graph that is being read. */
export interface GraphReading {
  direction: Direction;
  nodes: Map<string, Node>;
  edges: Edge[];
  groups: Group[];
  /** Groups that have not ended, outermost first. */
  open: Group[];
}

/** Nothing read yet. */
export function startGraph(direction: Direction): GraphReading {
  return { direction, nodes: new Map(), edges: [], groups: [], open: [] };
}

/** Note a node: what is said of it later stands, its group is where it was first named. */
export function addNode(node: Node, { nodes, open }: GraphReading): void {
  if (!nodes.has(node.id)) open.at(-1)?.nodes.push(node.id);
  nodes.set(node.id, node);
}

/** Begin a group in the innermost one; whether it is the first of its name. */
export function openGroup(id: string, label: readonly string[], { groups, open }: GraphReading): boolean {
  if (listGroups(groups).some((group) => group.id === id)) return false;
  const group: Group = { id, label, direction: undefined, nodes: [], groups: [] };
  (open.at(-1)?.groups ?? groups).push(group);
  open.push(group);
  return true;
}

/** End the innermost group; whether there is one, and something stands in it that stands in no group before it. */
export function closeGroup({ open }: GraphReading): boolean {
  const group = open.pop();
  return group !== undefined && group.nodes.length + group.groups.length > 0;
}

/** Take `direction LR`, of the innermost group or the whole; whether the text is one. */
export function readDirection(text: string, reading: GraphReading): boolean {
  const word = /^direction\s+(\w+)$/.exec(text)?.[1];
  const direction = directions.find((each) => each === word);
  if (direction === undefined) return false;
  const group = reading.open.at(-1);
  if (group === undefined) reading.direction = direction;
  else group.direction = direction;
  return true;
}

/** What has been read, as a graph. */
export function toGraph({ direction, nodes, edges, groups }: GraphReading): Graph {
  return { direction, nodes: [...nodes.values()].map(dropEmpty), edges, groups };
}

function dropEmpty(node: Node): Node {
  const compartments = node.compartments?.filter((rows) => rows.length > 0);
  return compartments === undefined ? node : { ...node, compartments };
}

/** Groups and all within them, each before what is in it. */
export function listGroups(groups: readonly Group[]): Group[] {
  return groups.flatMap((group) => [group, ...listGroups(group.groups)]);
}
