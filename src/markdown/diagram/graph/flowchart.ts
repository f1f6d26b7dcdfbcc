import { listStatements, notRead, type Problem, type Statement } from '../statement.ts';
import { readLabel } from '../text/label.ts';
import {
  addNode,
  closeGroup,
  directions,
  mostParts,
  openGroup,
  readDirection,
  startGraph,
  toGraph,
  type Edge,
  type Graph,
  type GraphReading,
  type Shape,
} from './graph.ts';

const expected =
  'nodes and links (`A[Text] -->|label| B{Text}`), `subgraph` … `end` around nodes that are in no other subgraph, or `direction`; the site chooses colors and link styles';

/** Read the source of a `flowchart` or `graph`; every line that can't be drawn is a problem. */
export function parseFlowchart(source: string): { graph: Graph; problems: Problem[] } {
  const [header, ...statements] = listStatements(source);
  const direction = directions.find((each) => header?.text.endsWith(` ${each}`)) ?? 'TB';
  const reading = startGraph(direction);
  const problems: Problem[] = [];
  if (header !== undefined && !/^(?:flowchart|graph)(?:\s+(?:TB|TD|BT|LR|RL))?$/.test(header.text))
    problems.push(
      notRead(header, `\`${header.text.split(' ')[0] ?? ''}\` and one of ${directions.join(', ')}`),
    );
  const linked: { edge: Edge; statement: Statement }[] = [];
  for (const statement of statements) {
    const before = reading.edges.length;
    if (!readStatement(statement.text, reading)) problems.push(notRead(statement, expected));
    for (const edge of reading.edges.slice(before)) linked.push({ edge, statement });
  }
  for (const { statement } of linked.filter(({ edge }) => touchesGroup(edge, reading)))
    problems.push(notRead(statement, 'links between nodes, not to a subgraph'));
  if (reading.open.length > 0 && header !== undefined)
    problems.push(notRead(statements.at(-1) ?? header, 'an `end` for every `subgraph`'));
  return { graph: toGraph(reading), problems };
}

function touchesGroup({ from, to }: Edge, { groups }: GraphReading): boolean {
  const ids = groups.flatMap(function idsOf(group): string[] {
    return [group.id, ...group.groups.flatMap(idsOf)];
  });
  return ids.includes(from) || ids.includes(to);
}

function readStatement(text: string, reading: GraphReading): boolean {
  return readDirection(text, reading) || readGroup(text, reading) || readChain(text, reading);
}

function readGroup(text: string, reading: GraphReading): boolean {
  if (text === 'end') return closeGroup(reading);
  const rest = /^subgraph\s+(.+)$/.exec(text)?.[1];
  if (rest === undefined) return false;
  const [, id = rest, label = rest] = /^([^\s[]+)\s*\[(.+)\]$/.exec(rest) ?? [];
  return openGroup(id, readLabel(label), reading);
}

/** `A --> B & C -- text --> D`: nodes, links between, each link from all on its left to all on its right. */
function readChain(text: string, reading: GraphReading): boolean {
  const cursor = { text, at: 0 };
  let left = takeNodes(cursor, reading);
  while (left !== undefined && cursor.at < text.length) {
    const link = takeLink(cursor);
    const right = link === undefined ? undefined : takeNodes(cursor, reading);
    if (link === undefined || right === undefined) return false;
    // Of too many, one more group is enough for the whole to be refused.
    if (reading.edges.length <= mostParts)
      for (const from of left) for (const to of right) reading.edges.push({ from, to, ...link });
    left = right;
  }
  return left !== undefined;
}

/** A place in a text, moved on by what is taken. */
interface Cursor {
  text: string;
  at: number;
}

/** Take what a pattern matches at the cursor, and the white space after it. */
function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  const match = new RegExp(`(?:${pattern.source})\\s*`, 'uy');
  match.lastIndex = cursor.at;
  const found = match.exec(cursor.text);
  if (found !== null) cursor.at = match.lastIndex;
  return found ?? undefined;
}

/** Each of them is linked to each of others: more would be a tangle, and more still take all memory. */
const mostAbreast = 20;

function takeNodes(cursor: Cursor, reading: GraphReading): string[] | undefined {
  const ids: string[] = [];
  do {
    const id = takeNode(cursor, reading);
    if (id === undefined || ids.length === mostAbreast) return undefined;
    ids.push(id);
  } while (take(cursor, /&/) !== undefined);
  return ids;
}

/** Letters, digits and underscores; hyphens and full stops only within, so that `A-->B` is two nodes. `end` ends a group. */
const idForm = /(?!end(?![\p{L}\p{N}_]))[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u;

/** What stands around a label, by shape; what begins like another comes before it. */
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

/** A label without quotes ends at the first bracket: what follows it is not a part of the text, whatever it is. */
const shapeForms = brackets.map(([open, close, shape]) => {
  const ownBrackets = RegExp.escape(`${open}${close}`.replace(/[\\/]/g, ''));
  return {
    form: new RegExp(`${RegExp.escape(open)} ?("[^"]*"|[^"${ownBrackets}]+?) ?${RegExp.escape(close)}`, 'u'),
    shape,
  };
});

function takeNode(cursor: Cursor, reading: GraphReading): string | undefined {
  const id = take(cursor, idForm)?.[0].trim();
  if (id === undefined) return undefined;
  for (const { form, shape } of shapeForms) {
    const label = take(cursor, form)?.[1];
    if (label === undefined) continue;
    addNode({ id, label: readLabel(label), shape }, reading);
    return id;
  }
  if (!reading.nodes.has(id)) addNode({ id, label: [id], shape: 'rectangle' }, reading);
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
    label: label === undefined || label.trim() === '' ? [] : readLabel(label),
    stroke: line.includes('.') ? 'dashed' : line.includes('=') ? 'thick' : 'solid',
    start: start === undefined ? 'none' : 'arrow',
    end: line.endsWith('>') ? 'arrow' : 'none',
  };
}
