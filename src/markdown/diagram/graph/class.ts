import { listStatements, parseStatements, type Problem } from '../statement.ts';
import { parseLabel } from '../text/label.ts';
import {
  addNode,
  closeGroup,
  openGroup,
  parseDirection,
  createGraphBuilder,
  toGraph,
  type End,
  type Graph,
  type GraphBuilder,
} from './graph.ts';

const expected =
  'a class (`class A {` … `}`, `A : +member`), a relation (`A "1" <|-- "n" B : text`), `namespace N {` … `}` around classes that are in no other namespace, or `direction`';

/** Parses the source of a `classDiagram`; every unsupported line is a problem. */
export function parseClasses(source: string): { graph: Graph; problems: Problem[] } {
  const builder: ClassBuilder = { ...createGraphBuilder('TB'), inside: undefined };
  const problems = parseStatements(listStatements(source).slice(1), {
    expected,
    read: (text) => (builder.inside === undefined ? readStatement(text, builder) : readBody(text, builder)),
    isOpen: () => builder.open.length > 0 || builder.inside !== undefined,
  });
  return { graph: toGraph(builder), problems };
}

interface ClassBuilder extends GraphBuilder {
  /** The class whose body is open. */
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

function readStatement(text: string, builder: ClassBuilder): boolean {
  return (
    parseDirection(text, builder) ||
    readNamespace(text, builder) ||
    readClass(text, builder) ||
    readRelation(text, builder) ||
    readMember(text, builder)
  );
}

function readNamespace(text: string, builder: ClassBuilder): boolean {
  if (text === '}') return closeGroup(builder);
  const name = /^namespace\s+([\p{L}\p{N}_.-]+)\s*\{$/u.exec(text)?.[1];
  if (name === undefined) return false;
  return openGroup(`namespace ${name}`, [name], builder);
}

function readClass(text: string, builder: ClassBuilder): boolean {
  const [whole, written = '', label, brace, annotation, end] = classForm.exec(text) ?? [];
  if (whole === undefined || (brace === undefined && (annotation !== undefined || end !== undefined)))
    return false;
  const name = ensureClass(written, builder, label);
  if (annotation !== undefined) annotate(name, annotation, builder);
  if (brace !== undefined && annotation === undefined && end === undefined) builder.inside = name;
  return true;
}

function readBody(text: string, builder: ClassBuilder): boolean {
  const name = builder.inside ?? '';
  if (text === '}') {
    builder.inside = undefined;
    return true;
  }
  const annotation = /^<<(.+)>>$/.exec(text)?.[1];
  if (annotation === undefined) addMember(name, text, builder);
  else annotate(name, annotation, builder);
  return true;
}

function readMember(text: string, builder: ClassBuilder): boolean {
  const [, annotation, annotated = ''] = annotationForm.exec(text) ?? [];
  if (annotation !== undefined) {
    annotate(ensureClass(annotated, builder), annotation, builder);
    return true;
  }
  const [, name, member] = memberForm.exec(text) ?? [];
  if (name === undefined || member === undefined) return false;
  addMember(ensureClass(name, builder), member, builder);
  return true;
}

/** Ends of relations by the signs on the left and right of the line. */
const ends: Readonly<Record<string, End>> = {
  '<|': 'inheritance',
  '|>': 'inheritance',
  '*': 'composition',
  o: 'aggregation',
  '<': 'arrow',
  '>': 'arrow',
};

function readRelation(text: string, builder: ClassBuilder): boolean {
  const found = relationForm.exec(text);
  if (found === null) return false;
  const [, from = '', startLabel, start = '', line, end = '', endLabel, to = '', label] = found;
  builder.edges.push({
    from: ensureClass(from, builder),
    to: ensureClass(to, builder),
    label: label === undefined ? [] : parseLabel(label),
    stroke: line === '..' ? 'dashed' : 'solid',
    start: ends[start] ?? 'none',
    end: ends[end] ?? 'none',
    ...(startLabel === undefined ? {} : { startLabel }),
    ...(endLabel === undefined ? {} : { endLabel }),
  });
  return true;
}

/** Returns the id of a class and adds its node at the first mention. `List~T~` is displayed as `List<T>`. */
function ensureClass(written: string, builder: ClassBuilder, label?: string): string {
  const name = written.replace(/~.*$/, '');
  const known = builder.nodes.get(name);
  const annotations = known?.label.filter((line) => line.startsWith('«')) ?? [];
  const title = known?.label.slice(annotations.length) ?? [name];
  // The first mention with type parameters determines the name.
  const shownTitle = title.join() === name ? [withGenerics(written)] : title;
  addNode(
    {
      id: name,
      label: [...annotations, ...(label === undefined ? shownTitle : parseLabel(label))],
      shape: 'rectangle',
      compartments: known?.compartments ?? [[], []],
    },
    builder,
  );
  return name;
}

function withGenerics(text: string): string {
  return text.replace(/~([^~]+)~/g, '<$1>');
}

function addMember(name: string, text: string, { nodes }: ClassBuilder): void {
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

function annotate(name: string, annotation: string, { nodes }: ClassBuilder): void {
  const node = nodes.get(name);
  if (node !== undefined) nodes.set(name, { ...node, label: [`«${annotation.trim()}»`, ...node.label] });
}
