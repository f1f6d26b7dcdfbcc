import { listStatements, readStatements, type Problem } from '../statement.ts';
import { readLabel } from '../text/label.ts';
import {
  addNode,
  readDirection,
  startGraph,
  toGraph,
  type End,
  type Graph,
  type GraphReading,
} from './graph.ts';

const expected =
  'an entity (`A {` … `}` with lines `type name PK "comment"`), a relation (`A ||--o{ B : text`), or `direction`';

/** Read the source of an `erDiagram`; every line that can't be drawn is a problem. */
export function parseEntities(source: string): { graph: Graph; problems: Problem[] } {
  const reading: EntityReading = { ...startGraph('LR'), inside: undefined };
  const problems = readStatements(listStatements(source).slice(1), {
    expected,
    read: (text) =>
      reading.inside === undefined
        ? readDirection(text, reading) || readEntity(text, reading) || readRelation(text, reading)
        : readAttribute(text, reading.inside, reading),
    isOpen: () => reading.inside !== undefined,
  });
  return { graph: toGraph(reading), problems };
}

interface EntityReading extends GraphReading {
  /** The entity whose attributes are being listed. */
  inside: string | undefined;
}

const id = '(?:[\\p{L}\\p{N}_-]+|"[^"]+")';
const entityForm = new RegExp(`^(${id})(?:\\s*\\[\\s*"?([^\\]"]+)"?\\s*\\])?\\s*(\\{\\s*(\\})?)?$`, 'u');
const relationForm = new RegExp(
  `^(${id})\\s+(\\|o|o\\||\\|\\||\\}o|\\}\\|)(--|\\.\\.)(o\\||\\|o|\\|\\||o\\{|\\|\\{)\\s+(${id})(?:\\s*:\\s*(.+))?$`,
  'u',
);

function readEntity(text: string, reading: EntityReading): boolean {
  const [, written, label, brace, end] = entityForm.exec(text) ?? [];
  if (written === undefined) return false;
  const name = takeEntity(written, reading, label);
  if (brace !== undefined && end === undefined) reading.inside = name;
  return true;
}

function readAttribute(text: string, name: string, reading: EntityReading): boolean {
  if (text === '}') {
    reading.inside = undefined;
    return true;
  }
  const [, type, attribute, keys = '', comment] =
    /^(\S+)\s+([^\s"]+)((?:(?:\s*,\s*|\s+)(?:PK|FK|UK))*)(?:\s+"([^"]*)")?$/.exec(text) ?? [];
  const node = reading.nodes.get(name);
  if (type === undefined || attribute === undefined || node === undefined) return false;
  const said = [attribute, type, ...(keys.match(/\wK/g) ?? [])].join(' ');
  const row = comment === undefined ? said : `${said} (${comment})`;
  const [rows = []] = node.compartments ?? [];
  reading.nodes.set(name, { ...node, compartments: [[...rows, row]] });
  return true;
}

/** How many, by the sign; each is written mirrored on the other side of the line. */
const counts: Readonly<Record<string, End>> = {
  '||': 'one',
  '|o': 'zero-one',
  'o|': 'zero-one',
  '}|': 'many',
  '|{': 'many',
  '}o': 'zero-many',
  'o{': 'zero-many',
};

function readRelation(text: string, reading: EntityReading): boolean {
  const found = relationForm.exec(text);
  if (found === null) return false;
  const [, from = '', start = '', line, end = '', to = '', label] = found;
  reading.edges.push({
    from: takeEntity(from, reading),
    to: takeEntity(to, reading),
    label: label === undefined ? [] : readLabel(label),
    stroke: line === '..' ? 'dashed' : 'solid',
    start: counts[start] ?? 'none',
    end: counts[end] ?? 'none',
  });
  return true;
}

function takeEntity(written: string, reading: EntityReading, label?: string): string {
  const name = written.replaceAll('"', '');
  const known = reading.nodes.get(name);
  if (known === undefined || label !== undefined)
    addNode(
      {
        id: name,
        label: label === undefined ? [name] : readLabel(label),
        shape: 'rectangle',
        compartments: known?.compartments ?? [[]],
      },
      reading,
    );
  return name;
}
