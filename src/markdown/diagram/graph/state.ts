import { listStatements, notRead, type Problem } from '../statement.ts';
import { readLabel } from '../text/label.ts';
import {
  addNode,
  openGroup,
  readDirection,
  startGraph,
  toGraph,
  type Graph,
  type GraphReading,
} from './graph.ts';

const expected =
  'a transition (`A --> B : text`, `[*] --> A`), `state "Text" as A`, `A : text`, `state A {` … `}`, or `direction`';

/** Read the source of a `stateDiagram-v2`; every line that can't be drawn is a problem. */
export function parseStates(source: string): { graph: Graph; problems: Problem[] } {
  const reading = startGraph('TB');
  const problems: Problem[] = [];
  const statements = listStatements(source).slice(1);
  // A state may be named before it is said to hold others.
  const groups = new Set(
    statements.flatMap(({ text }) => groupForm.exec(text)?.[2] ?? groupForm.exec(text)?.[3] ?? []),
  );
  for (const statement of statements) {
    const isRead =
      readDirection(statement.text, reading) ||
      readGroup(statement.text, reading) ||
      readState(statement.text, reading) ||
      readTransition(statement.text, groups, reading);
    if (!isRead) problems.push(notRead(statement, expected));
  }
  const last = statements.at(-1);
  if (reading.open.length > 0 && last !== undefined) problems.push(notRead(last, 'a `}` for every `{`'));
  return { graph: toGraph(reading), problems };
}

const id = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*';
const groupForm = new RegExp(`^state\\s+(?:"([^"]+)"\\s+as\\s+(${id})|(${id}))\\s*\\{$`, 'u');
const stateForm = new RegExp(
  `^(?:state\\s+"([^"]+)"\\s+as\\s+(${id})|(?:state\\s+)?(${id})(?:\\s*:\\s*(.+))?)$`,
  'u',
);
const transitionForm = new RegExp(`^(\\[\\*\\]|${id}?)\\s*-->\\s*(\\[\\*\\]|${id})(?:\\s*:\\s*(.+))?$`, 'u');

function readGroup(text: string, reading: GraphReading): boolean {
  if (text === '}') return reading.open.pop() !== undefined;
  const found = groupForm.exec(text);
  if (found === null) return false;
  const name = found[2] ?? found[3] ?? '';
  openGroup(name, readLabel(found[1] ?? name), reading);
  return true;
}

function readState(text: string, reading: GraphReading): boolean {
  const found = stateForm.exec(text);
  if (found === null) return false;
  const name = found[2] ?? found[3] ?? '';
  addNode({ id: name, label: readLabel(found[1] ?? found[4] ?? name), shape: 'rounded' }, reading);
  return true;
}

function readTransition(text: string, groups: ReadonlySet<string>, reading: GraphReading): boolean {
  const found = transitionForm.exec(text);
  const [, from, to, label] = found ?? [];
  if (from === undefined || to === undefined) return false;
  reading.edges.push({
    from: takeState(from, 'start', groups, reading),
    to: takeState(to, 'end', groups, reading),
    label: label === undefined ? [] : readLabel(label),
    stroke: 'solid',
    start: 'none',
    end: 'arrow',
  });
  return true;
}

/** The state of a name; `[*]` is the beginning or the end of what it stands in, each time a mark of its own. */
function takeState(
  name: string,
  mark: 'start' | 'end',
  groups: ReadonlySet<string>,
  reading: GraphReading,
): string {
  if (name === '[*]') {
    const own = `[*]${reading.nodes.size}`;
    addNode({ id: own, label: [], shape: mark }, reading);
    return own;
  }
  if (!reading.nodes.has(name) && !groups.has(name))
    addNode({ id: name, label: [name], shape: 'rounded' }, reading);
  return name;
}
