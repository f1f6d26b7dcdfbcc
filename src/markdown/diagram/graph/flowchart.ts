import { listStatements, toProblem, type Problem, type Statement } from '../statement.ts';
import { parseLabel } from '../text/label.ts';
import {
  addNode,
  closeGroup,
  directions,
  maxParts,
  openGroup,
  parseDirection,
  createGraphBuilder,
  toGraph,
  type Edge,
  type Graph,
  type GraphBuilder,
  type Shape,
} from './graph.ts';

const expected =
  'nodes and links (`A[Text] -->|label| B{Text}`), `subgraph` … `end` around nodes that are in no other subgraph, or `direction`; the site chooses colors and link styles';

/** Parses the source of a `flowchart` or `graph`; every unsupported line is a problem. */
export function parseFlowchart(source: string): { graph: Graph; problems: Problem[] } {
  const [header, ...statements] = listStatements(source);
  const direction = directions.find((each) => header?.text.endsWith(` ${each}`)) ?? 'TB';
  const builder = createGraphBuilder(direction);
  const problems: Problem[] = [];
  if (header !== undefined && !/^(?:flowchart|graph)(?:\s+(?:TB|TD|BT|LR|RL))?$/.test(header.text))
    problems.push(
      toProblem(header, `\`${header.text.split(' ')[0] ?? ''}\` and one of ${directions.join(', ')}`),
    );
  const linked: { edge: Edge; statement: Statement }[] = [];
  for (const statement of statements) {
    const before = builder.edges.length;
    if (!readStatement(statement.text, builder)) problems.push(toProblem(statement, expected));
    for (const edge of builder.edges.slice(before)) linked.push({ edge, statement });
  }
  for (const { statement } of linked.filter(({ edge }) => touchesGroup(edge, builder)))
    problems.push(toProblem(statement, 'links between nodes, not to a subgraph'));
  if (builder.open.length > 0 && header !== undefined)
    problems.push(toProblem(statements.at(-1) ?? header, 'an `end` for every `subgraph`'));
  return { graph: toGraph(builder), problems };
}

function touchesGroup({ from, to }: Edge, { groups }: GraphBuilder): boolean {
  const ids = groups.flatMap(function idsOf(group): string[] {
    return [group.id, ...group.groups.flatMap(idsOf)];
  });
  return ids.includes(from) || ids.includes(to);
}

function readStatement(text: string, builder: GraphBuilder): boolean {
  return parseDirection(text, builder) || readGroup(text, builder) || readChain(text, builder);
}

function readGroup(text: string, builder: GraphBuilder): boolean {
  if (text === 'end') return closeGroup(builder);
  const rest = /^subgraph\s+(.+)$/.exec(text)?.[1];
  if (rest === undefined) return false;
  const [, id = rest, label = rest] = /^([^\s[]+)\s*\[(.+)\]$/.exec(rest) ?? [];
  return openGroup(id, parseLabel(label), builder);
}

/** Reads `A --> B & C -- text --> D`: each link leads from all nodes on its left to all nodes on its right. */
function readChain(text: string, builder: GraphBuilder): boolean {
  const cursor = { text, at: 0 };
  let left = takeNodes(cursor, builder);
  while (left !== undefined && cursor.at < text.length) {
    const link = takeLink(cursor);
    const right = link === undefined ? undefined : takeNodes(cursor, builder);
    if (link === undefined || right === undefined) return false;
    // Above the limit the diagram is rejected anyway, so don't use more memory.
    if (builder.edges.length <= maxParts)
      for (const from of left) for (const to of right) builder.edges.push({ from, to, ...link });
    left = right;
  }
  return left !== undefined;
}

/** A position in a text, advanced by `take`. */
interface Cursor {
  text: string;
  at: number;
}

/** Matches a pattern at the cursor and advances it past the match and the white space after it. */
function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  const match = new RegExp(`(?:${pattern.source})\\s*`, 'uy');
  match.lastIndex = cursor.at;
  const found = match.exec(cursor.text);
  if (found !== null) cursor.at = match.lastIndex;
  return found ?? undefined;
}

/** Maximum number of nodes joined by `&`. Each is linked to each node on the other side, so the number of edges grows with its square. */
const maxJoined = 20;

function takeNodes(cursor: Cursor, builder: GraphBuilder): string[] | undefined {
  const ids: string[] = [];
  do {
    const id = takeNode(cursor, builder);
    if (id === undefined || ids.length === maxJoined) return undefined;
    ids.push(id);
  } while (take(cursor, /&/) !== undefined);
  return ids;
}

/** Matches letters, digits and underscores; hyphens and periods only between them, so that `A-->B` is two nodes. `end` is a keyword. */
const idForm = /(?!end(?![\p{L}\p{N}_]))[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u;

/** Brackets around a label, by shape. Those that start with other brackets come first. */
const brackets: readonly [open: string, close: string, shape: Shape][] = [
  ['(((', ')))', 'doublecircle'],
  ['((', '))', 'circle'],
  ['([', '])', 'stadium'],
  ['[[', ']]', 'subroutine'],
  ['[(', ')]', 'cylinder'],
  ['[/', '\\]', 'trapezoid'],
  ['[\\', '/]', 'trapezoid-alt'],
  ['[/', '/]', 'parallelogram'],
  ['[\\', '\\]', 'parallelogram-alt'],
  ['{{', '}}', 'hexagon'],
  ['[', ']', 'rectangle'],
  ['(', ')', 'rounded'],
  ['{', '}', 'diamond'],
  ['>', ']', 'asymmetric'],
];

/** Matches a label in brackets. A label without quotes ends at the first bracket of its shape. */
const shapeForms = brackets.map(([open, close, shape]) => {
  const ownBrackets = RegExp.escape(`${open}${close}`.replace(/[\\/]/g, ''));
  return {
    form: new RegExp(`${RegExp.escape(open)} ?("[^"]*"|[^"${ownBrackets}]+?) ?${RegExp.escape(close)}`, 'u'),
    shape,
  };
});

function takeNode(cursor: Cursor, builder: GraphBuilder): string | undefined {
  const id = take(cursor, idForm)?.[0].trim();
  if (id === undefined) return undefined;
  for (const { form, shape } of shapeForms) {
    const label = take(cursor, form)?.[1];
    if (label === undefined) continue;
    addNode({ id, label: parseLabel(label), shape }, builder);
    return id;
  }
  if (!builder.nodes.has(id)) addNode({ id, label: [id], shape: 'rectangle' }, builder);
  return id;
}

type Link = Omit<Edge, 'from' | 'to'>;

function takeLink(cursor: Cursor): Link | undefined {
  const plain = take(cursor, /(<)?(-{2,}>|-{3,}|-\.+->?|={2,}>|={3,})(?![-=.>])\s*(?:\|([^|]*)\|)?/);
  if (plain !== undefined) return toLink(plain[1], plain[2] ?? '', plain[3]);
  const worded = take(cursor, /(<)?(?:--|-\.|==)\s+(.+?)\s+(-{2,}>|-{3,}|\.+->?|={2,}>|={3,})(?![-=.>])/);
  return worded === undefined ? undefined : toLink(worded[1], worded[3] ?? '', worded[2]);
}

function toLink(start: string | undefined, line: string, label: string | undefined): Link {
  return {
    label: label === undefined || label.trim() === '' ? [] : parseLabel(label),
    stroke: line.includes('.') ? 'dashed' : line.includes('=') ? 'thick' : 'solid',
    start: start === undefined ? 'none' : 'arrow',
    end: line.endsWith('>') ? 'arrow' : 'none',
  };
}
