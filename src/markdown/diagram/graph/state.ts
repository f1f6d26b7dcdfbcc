import { listStatements, readStatements, type Problem } from '../statement.ts';
import { readLabel } from '../text/label.ts';
import {
  addNode,
  closeGroup,
  openGroup,
  readDirection,
  startGraph,
  toGraph,
  type Graph,
  type GraphReading,
} from './graph.ts';

const expected =
  'a transition (`A --> B : text`, `[*] --> A`), `state "Text" as A`, `A : text`, `state A {` … `}` around states that are in no other, or `direction`';

/** Read the source of a `stateDiagram-v2`; every line that can't be drawn is a problem. */
export function parseStates(source: string): { graph: Graph; problems: Problem[] } {
  const statements = listStatements(source).slice(1);
  const composites = new Set(
    statements.flatMap(({ text }) => {
      const found = groupForm.exec(text);
      return found?.[2] ?? found?.[3] ?? [];
    }),
  );
  const reading: StateReading = { ...startGraph('TB'), composites, described: new Set() };
  const problems = readStatements(statements, {
    expected,
    read: (text) =>
      readDirection(text, reading) ||
      readGroup(text, reading) ||
      readState(text, reading) ||
      readTransition(text, reading),
    isOpen: () => reading.open.length > 0,
  });
  return { graph: toGraph(reading), problems };
}

interface StateReading extends GraphReading {
  /** Names of the states that hold others: one may be named before it is said to. */
  composites: ReadonlySet<string>;
  /** Names of the states of which more is said than their name. */
  described: Set<string>;
}

const id = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*';
const groupForm = new RegExp(`^state\\s+(?:"([^"]+)"\\s+as\\s+(${id})|(${id}))\\s*\\{$`, 'u');
const stateForm = new RegExp(
  `^(?:state\\s+"([^"]+)"\\s+as\\s+(${id})|(?:state\\s+)?(${id})(?:\\s*:\\s*(.+))?)$`,
  'u',
);
const transitionForm = new RegExp(`^(\\[\\*\\]|${id}?)\\s*-->\\s*(\\[\\*\\]|${id})(?:\\s*:\\s*(.+))?$`, 'u');

function readGroup(text: string, reading: GraphReading): boolean {
  if (text === '}') return closeGroup(reading);
  const found = groupForm.exec(text);
  if (found === null) return false;
  const name = found[2] ?? found[3] ?? '';
  return openGroup(name, readLabel(found[1] ?? name), reading);
}

function readState(text: string, reading: StateReading): boolean {
  const found = stateForm.exec(text);
  if (found === null) return false;
  const name = found[2] ?? found[3] ?? '';
  const said = found[1] ?? found[4];
  if (said === undefined) {
    takeState(name, 'start', reading);
    return true;
  }
  // The frame around others has its name alone.
  if (reading.composites.has(name)) return false;
  const before = reading.described.has(name) ? (reading.nodes.get(name)?.label ?? []) : [];
  addNode({ id: name, label: [...before, ...readLabel(said)], shape: 'rounded' }, reading);
  reading.described.add(name);
  return true;
}

function readTransition(text: string, reading: StateReading): boolean {
  const found = transitionForm.exec(text);
  const [, from, to, label] = found ?? [];
  if (from === undefined || to === undefined) return false;
  reading.edges.push({
    from: takeState(from, 'start', reading),
    to: takeState(to, 'end', reading),
    label: label === undefined ? [] : readLabel(label),
    stroke: 'solid',
    start: 'none',
    end: 'arrow',
  });
  return true;
}

/** The state of a name; `[*]` is the beginning or the end of what it stands in, each time a mark of its own. */
function takeState(name: string, mark: 'start' | 'end', reading: StateReading): string {
  if (name === '[*]') {
    const own = `[*]${reading.nodes.size}`;
    addNode({ id: own, label: [], shape: mark }, reading);
    return own;
  }
  if (!reading.nodes.has(name) && !reading.composites.has(name))
    addNode({ id: name, label: [name], shape: 'rounded' }, reading);
  return name;
}
