import { listStatements, readStatements, type Problem } from '../statement.ts';
import { readLabel } from '../text/label.ts';
import {
  addNode,
  closeGroup,
  openGroup,
  readDirection,
  startGraph,
  toGraph,
  type End,
  type Graph,
  type GraphReading,
} from './graph.ts';

const expected =
  'a class (`class A {` … `}`, `A : +member`), a relation (`A "1" <|-- "n" B : text`), `namespace N {` … `}` around classes that are in no other namespace, or `direction`';

/** Read the source of a `classDiagram`; every line that can't be drawn is a problem. */
export function parseClasses(source: string): { graph: Graph; problems: Problem[] } {
  const reading: ClassReading = { ...startGraph('TB'), inside: undefined };
  const problems = readStatements(listStatements(source).slice(1), {
    expected,
    read: (text) => (reading.inside === undefined ? readStatement(text, reading) : readBody(text, reading)),
    isOpen: () => reading.open.length > 0 || reading.inside !== undefined,
  });
  return { graph: toGraph(reading), problems };
}

interface ClassReading extends GraphReading {
  /** The class whose members are being listed. */
  inside: string | undefined;
}

const id = '[\\p{L}\\p{N}_-]+(?:~[^~]+~)?';
const classForm = new RegExp(
  `^class\\s+(${id})(?:\\s*\\["([^"]+)"\\])?\\s*(\\{)?(?:\\s*<<(.+)>>\\s*\\})?(\\})?$`,
  'u',
);
const memberForm = new RegExp(`^(${id})\\s*:\\s*(.+)$`, 'u');
const annotationForm = new RegExp(`^<<(.+)>>\\s*(${id})$`, 'u');
const relationForm = new RegExp(
  `^(${id}?)\\s*(?:"([^"]*)"\\s*)?(<\\||<|\\*|o)?(--|\\.\\.)(\\|>|>|\\*|o)?\\s*(?:"([^"]*)"\\s*)?(${id})(?:\\s*:\\s*(.+))?$`,
  'u',
);

function readStatement(text: string, reading: ClassReading): boolean {
  return (
    readDirection(text, reading) ||
    readNamespace(text, reading) ||
    readClass(text, reading) ||
    readRelation(text, reading) ||
    readMember(text, reading)
  );
}

function readNamespace(text: string, reading: ClassReading): boolean {
  if (text === '}') return closeGroup(reading);
  const name = /^namespace\s+([\p{L}\p{N}_.-]+)\s*\{$/u.exec(text)?.[1];
  if (name === undefined) return false;
  return openGroup(`namespace ${name}`, [name], reading);
}

function readClass(text: string, reading: ClassReading): boolean {
  const [whole, written = '', label, brace, annotation, end] = classForm.exec(text) ?? [];
  if (whole === undefined || (brace === undefined && (annotation !== undefined || end !== undefined)))
    return false;
  const name = takeClass(written, reading, label);
  if (annotation !== undefined) annotate(name, annotation, reading);
  if (brace !== undefined && annotation === undefined && end === undefined) reading.inside = name;
  return true;
}

function readBody(text: string, reading: ClassReading): boolean {
  const name = reading.inside ?? '';
  if (text === '}') {
    reading.inside = undefined;
    return true;
  }
  const annotation = /^<<(.+)>>$/.exec(text)?.[1];
  if (annotation === undefined) addMember(name, text, reading);
  else annotate(name, annotation, reading);
  return true;
}

function readMember(text: string, reading: ClassReading): boolean {
  const [, annotation, annotated = ''] = annotationForm.exec(text) ?? [];
  if (annotation !== undefined) {
    annotate(takeClass(annotated, reading), annotation, reading);
    return true;
  }
  const [, name, member] = memberForm.exec(text) ?? [];
  if (name === undefined || member === undefined) return false;
  addMember(takeClass(name, reading), member, reading);
  return true;
}

/** By the signs on the left and right of a relation's line. */
const ends: Readonly<Record<string, End>> = {
  '<|': 'inheritance',
  '|>': 'inheritance',
  '*': 'composition',
  o: 'aggregation',
  '<': 'arrow',
  '>': 'arrow',
};

function readRelation(text: string, reading: ClassReading): boolean {
  const found = relationForm.exec(text);
  if (found === null) return false;
  const [, from = '', startLabel, start = '', line, end = '', endLabel, to = '', label] = found;
  reading.edges.push({
    from: takeClass(from, reading),
    to: takeClass(to, reading),
    label: label === undefined ? [] : readLabel(label),
    stroke: line === '..' ? 'dashed' : 'solid',
    start: ends[start] ?? 'none',
    end: ends[end] ?? 'none',
    ...(startLabel === undefined ? {} : { startLabel }),
    ...(endLabel === undefined ? {} : { endLabel }),
  });
  return true;
}

/** The id of a class, of which there is now a node; `List~T~` is read `List<T>`. */
function takeClass(written: string, reading: ClassReading, label?: string): string {
  const name = written.replace(/~.*$/, '');
  const known = reading.nodes.get(name);
  const annotations = known?.label.filter((line) => line.startsWith('«')) ?? [];
  const title = known?.label.slice(annotations.length) ?? [name];
  // The first mention with type parameters says them for all.
  const said = title.join() === name ? [withGenerics(written)] : title;
  addNode(
    {
      id: name,
      label: [...annotations, ...(label === undefined ? said : readLabel(label))],
      shape: 'rectangle',
      compartments: known?.compartments ?? [[], []],
    },
    reading,
  );
  return name;
}

function withGenerics(text: string): string {
  return text.replace(/~([^~]+)~/g, '<$1>');
}

function addMember(name: string, text: string, { nodes }: ClassReading): void {
  const node = nodes.get(name);
  if (node === undefined) return;
  const [attributes = [], methods = []] = node.compartments ?? [];
  const member = withGenerics(text);
  const isMethod = text.includes('(');
  nodes.set(name, {
    ...node,
    compartments: isMethod ? [attributes, [...methods, member]] : [[...attributes, member], methods],
  });
}

function annotate(name: string, annotation: string, { nodes }: ClassReading): void {
  const node = nodes.get(name);
  if (node !== undefined) nodes.set(name, { ...node, label: [`«${annotation.trim()}»`, ...node.label] });
}
