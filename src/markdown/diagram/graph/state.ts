import { listStatements, parseStatements, type Problem } from '../statement.ts';
import { parseLabel } from '../text/label.ts';
import {
  addNode,
  closeGroup,
  openGroup,
  parseDirection,
  createGraphBuilder,
  toGraph,
  type Graph,
  type GraphBuilder,
} from './graph.ts';

const expected =
  'a transition (`A --> B : text`, `[*] --> A`), `state "Text" as A`, `A : text`, `state A {` … `}` around states that are in no other, or `direction`';

/** Parses the source of a `stateDiagram-v2`; every unsupported line is a problem. */
export function parseStates(source: string): { graph: Graph; problems: Problem[] } {
  const statements = listStatements(source).slice(1);
  const composites = new Set(
    statements.flatMap(({ text }) => {
      const found = groupForm.exec(text);
      return found?.[2] ?? found?.[3] ?? [];
    }),
  );
  const builder: StateBuilder = { ...createGraphBuilder('TB'), composites, described: new Set() };
  const problems = parseStatements(statements, {
    expected,
    read: (text) =>
      parseDirection(text, builder) ||
      readGroup(text, builder) ||
      readState(text, builder) ||
      readTransition(text, builder),
    isOpen: () => builder.open.length > 0,
  });
  return { graph: toGraph(builder), problems };
}

interface StateBuilder extends GraphBuilder {
  /** Names of composite states, collected in advance because a state may be mentioned before its definition. */
  composites: ReadonlySet<string>;
  /** Names of states with a description. */
  described: Set<string>;
}

const id = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*';
const groupForm = new RegExp(`^state\\s+(?:"([^"]+)"\\s+as\\s+(${id})|(${id}))\\s*\\{$`, 'u');
const stateForm = new RegExp(
  `^(?:state\\s+"([^"]+)"\\s+as\\s+(${id})|(?:state\\s+)?(${id})(?:\\s*:\\s*(.+))?)$`,
  'u',
);
const transitionForm = new RegExp(`^(\\[\\*\\]|${id}?)\\s*-->\\s*(\\[\\*\\]|${id})(?:\\s*:\\s*(.+))?$`, 'u');

function readGroup(text: string, builder: GraphBuilder): boolean {
  if (text === '}') return closeGroup(builder);
  const found = groupForm.exec(text);
  if (found === null) return false;
  const name = found[2] ?? found[3] ?? '';
  return openGroup(name, parseLabel(found[1] ?? name), builder);
}

function readState(text: string, builder: StateBuilder): boolean {
  const found = stateForm.exec(text);
  if (found === null) return false;
  const name = found[2] ?? found[3] ?? '';
  const description = found[1] ?? found[4];
  if (description === undefined) {
    ensureState(name, 'start', builder);
    return true;
  }
  // The frame of a composite state shows only its name.
  if (builder.composites.has(name)) return false;
  const before = builder.described.has(name) ? (builder.nodes.get(name)?.label ?? []) : [];
  addNode({ id: name, label: [...before, ...parseLabel(description)], shape: 'rounded' }, builder);
  builder.described.add(name);
  return true;
}

function readTransition(text: string, builder: StateBuilder): boolean {
  const found = transitionForm.exec(text);
  const [, from, to, label] = found ?? [];
  if (from === undefined || to === undefined) return false;
  builder.edges.push({
    from: ensureState(from, 'start', builder),
    to: ensureState(to, 'end', builder),
    label: label === undefined ? [] : parseLabel(label),
    stroke: 'solid',
    start: 'none',
    end: 'arrow',
  });
  return true;
}

/** Returns the id of a state, added at its first mention. Each `[*]` is a new mark for the start or end of what surrounds it. */
function ensureState(name: string, mark: 'start' | 'end', builder: StateBuilder): string {
  if (name === '[*]') {
    const own = `[*]${builder.nodes.size}`;
    addNode({ id: own, label: [], shape: mark }, builder);
    return own;
  }
  if (!builder.nodes.has(name) && !builder.composites.has(name))
    addNode({ id: name, label: [name], shape: 'rounded' }, builder);
  return name;
}
