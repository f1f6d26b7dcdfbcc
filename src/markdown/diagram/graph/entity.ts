import { listStatements, parseStatements, type Problem } from '../statement.ts';
import { parseLabel } from '../text/label.ts';
import {
  addNode,
  parseDirection,
  createGraphBuilder,
  toGraph,
  type End,
  type Graph,
  type GraphBuilder,
} from './graph.ts';

const expected =
  'an entity (`A {` … `}` with lines `type name PK "comment"`), a relation (`A ||--o{ B : text`), or `direction`';

/** Parses the source of an `erDiagram`; every unsupported line is a problem. */
export function parseEntities(source: string): { graph: Graph; problems: Problem[] } {
  const builder: EntityBuilder = { ...createGraphBuilder('LR'), inside: undefined };
  const problems = parseStatements(listStatements(source).slice(1), {
    expected,
    read: (text) =>
      builder.inside === undefined
        ? parseDirection(text, builder) || readEntity(text, builder) || readRelation(text, builder)
        : readAttribute(text, builder.inside, builder),
    isOpen: () => builder.inside !== undefined,
  });
  return { graph: toGraph(builder), problems };
}

interface EntityBuilder extends GraphBuilder {
  /** The entity whose body is open. */
  inside: string | undefined;
}

const id = '(?:[\\p{L}\\p{N}_-]+|"[^"]+")';
const entityForm = new RegExp(`^(${id})(?:\\s*\\[\\s*"?([^\\]"]+)"?\\s*\\])?\\s*(\\{\\s*(\\})?)?$`, 'u');
const relationForm = new RegExp(
  `^(${id})\\s+(\\|o|o\\||\\|\\||\\}o|\\}\\|)(--|\\.\\.)(o\\||\\|o|\\|\\||o\\{|\\|\\{)\\s+(${id})(?:\\s*:\\s*(.+))?$`,
  'u',
);

function readEntity(text: string, builder: EntityBuilder): boolean {
  const [, written, label, brace, end] = entityForm.exec(text) ?? [];
  if (written === undefined) return false;
  const name = ensureEntity(written, builder, label);
  if (brace !== undefined && end === undefined) builder.inside = name;
  return true;
}

function readAttribute(text: string, name: string, builder: EntityBuilder): boolean {
  if (text === '}') {
    builder.inside = undefined;
    return true;
  }
  const [, type, attribute, keys = '', comment] =
    /^(\S+)\s+([^\s"]+)((?:(?:\s*,\s*|\s+)(?:PK|FK|UK))*)(?:\s+"([^"]*)")?$/.exec(text) ?? [];
  const node = builder.nodes.get(name);
  if (type === undefined || attribute === undefined || node === undefined) return false;
  const parts = [attribute, type, ...(keys.match(/\wK/g) ?? [])].join(' ');
  const row = comment === undefined ? parts : `${parts} (${comment})`;
  const [rows = []] = node.compartments ?? [];
  builder.nodes.set(name, { ...node, compartments: [[...rows, row]] });
  return true;
}

/** Cardinalities by sign, which is mirrored on the other side of the line. */
const counts: Readonly<Record<string, End>> = {
  '||': 'one',
  '|o': 'zero-one',
  'o|': 'zero-one',
  '}|': 'many',
  '|{': 'many',
  '}o': 'zero-many',
  'o{': 'zero-many',
};

function readRelation(text: string, builder: EntityBuilder): boolean {
  const found = relationForm.exec(text);
  if (found === null) return false;
  const [, from = '', start = '', line, end = '', to = '', label] = found;
  builder.edges.push({
    from: ensureEntity(from, builder),
    to: ensureEntity(to, builder),
    label: label === undefined ? [] : parseLabel(label),
    stroke: line === '..' ? 'dashed' : 'solid',
    start: counts[start] ?? 'none',
    end: counts[end] ?? 'none',
  });
  return true;
}

function ensureEntity(written: string, builder: EntityBuilder, label?: string): string {
  const name = written.replaceAll('"', '');
  const known = builder.nodes.get(name);
  if (known === undefined || label !== undefined)
    addNode(
      {
        id: name,
        label: label === undefined ? [name] : parseLabel(label),
        shape: 'rectangle',
        compartments: known?.compartments ?? [[]],
      },
      builder,
    );
  return name;
}
