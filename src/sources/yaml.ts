import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { suggest, type Diagnostic, type Place } from '../diagnostics/index.ts';

/** Where a piece of YAML stands: its file, and how many lines of the file come before it. */
export interface YamlSource {
  file: string;
  linesBefore: number;
}

/** YAML held to a schema: its value, or everything wrong with it; and where each value stands. */
export interface ParsedYaml<T> {
  value: T | undefined;
  diagnostics: Diagnostic[];
  /** Places by path (`topics.0`), for messages about values that are well-formed but wrong. */
  places: ReadonlyMap<string, Place>;
}

type Path = readonly PropertyKey[];
type Schema<T> = z.ZodType<T>;

/**
 * Parse YAML and hold it to a schema that may depend on what is in it.
 *
 * Gives every problem, each at its own line and column; duplicate keys and syntax errors included.
 */
export function parseYaml<T>(
  text: string,
  schemaFor: (data: unknown) => Schema<T>,
  source: YamlSource,
): ParsedYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + source.linesBefore, column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map((error) => syntaxDiagnostic(error, source.file, placeAt));
    return { value: undefined, diagnostics, places: new Map() };
  }
  const data = toData(document);
  const schema = schemaFor(data);
  const result = schema.safeParse(data);
  if (result.success)
    return { value: result.data, diagnostics: [], places: collectPlaces(document, placeAt) };
  const diagnostics = result.error.issues.flatMap((issue) =>
    issueDiagnostics(issue, { document, schema, file: source.file, placeAt, data }),
  );
  return { value: undefined, diagnostics, places: new Map() };
}

function toData(document: Document): unknown {
  return document.contents === null ? {} : (document.toJS({ maxAliasCount: 100 }) as unknown);
}

function syntaxDiagnostic(error: YAMLError, file: string, placeAt: (offset: number) => Place): Diagnostic {
  const [message = 'YAML that cannot be read'] = error.message.split('\n');
  return {
    file,
    ...placeAt(error.pos[0]),
    rule: 'yaml/syntax',
    severity: 'error',
    what: `Unexpected YAML: ${message.replace(/ at line \d+, column \d+:?$/, '')}`,
    why: 'Nothing after this point can be read with certainty.',
    fix: 'Put text that holds `: `, `#` or begins with a quote or backtick in quotes; indent with spaces, not tabs.',
  };
}

interface IssueContext {
  document: Document;
  schema: Schema<unknown>;
  file: string;
  placeAt: (offset: number) => Place;
  data: unknown;
}

function issueDiagnostics(issue: z.core.$ZodIssue, context: IssueContext): Diagnostic[] {
  const { file } = context;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(context.schema, issue.path);
    return issue.keys.map((key) => ({
      file,
      ...placeOfKey(context, [...issue.path, key]),
      rule: 'yaml/unknown-key',
      severity: 'error',
      what: `Unexpected key \`${key}\`${suggest(key, known)}`,
      why: 'A key that is not known is not read, so what it says would be lost without a word.',
      fix: `Rename it or take it out. Keys known here: ${known.join(', ')}.`,
    }));
  }
  return [valueDiagnostic(issue, context)];
}

function valueDiagnostic(issue: z.core.$ZodIssue, context: IssueContext): Diagnostic {
  const name = issue.path.map(String).join('.');
  const isMissing = issue.path.length > 0 && valueAt(context.data, issue.path) === undefined;
  if (isMissing) {
    return {
      file: context.file,
      ...placeOfValue(context, issue.path.slice(0, -1)),
      rule: 'yaml/missing-key',
      severity: 'error',
      what: `Missing \`${name}\``,
      why: 'Pages, lists and feeds show it; there is nothing to put in its place.',
      fix: `Add a line \`${String(issue.path.at(-1))}: …\` here.`,
    };
  }
  return {
    file: context.file,
    ...placeOfValue(context, issue.path),
    rule: 'yaml/wrong-value',
    severity: 'error',
    what: issue.message.startsWith('Unexpected')
      ? issue.message
      : `Unexpected value of \`${name}\`: ${lowerFirst(issue.message)}`,
    why: 'The site would show it wrongly, or not at all.',
    fix: 'Change the value to what is expected; put it in quotes if it is text that YAML reads as something else.',
  };
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function placeOfValue({ document, placeAt }: IssueContext, path: Path): Place {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return placeAt(isNode(node) ? (node.range?.[0] ?? 0) : 0);
}

function placeOfKey(context: IssueContext, path: Path): Place {
  const { document, placeAt } = context;
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return placeOfValue(context, path);
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
  return placeAt(isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);
}

/** The keys a schema knows at a path, seen through optional, default, array and record. */
function knownKeys(schema: Schema<unknown>, path: Path): string[] {
  const step = (at: unknown, rest: Path): string[] => {
    const { def } = at as {
      def: {
        type: string;
        innerType?: unknown;
        element?: unknown;
        valueType?: unknown;
        shape?: Record<string, unknown>;
      };
    };
    if (def.innerType !== undefined) return step(def.innerType, rest);
    const [key, ...further] = rest;
    if (key === undefined) return Object.keys(def.shape ?? {});
    const next = def.element ?? def.valueType ?? def.shape?.[String(key)];
    return next === undefined ? [] : step(next, further);
  };
  return step(schema, path);
}

function collectPlaces(document: Document, placeAt: (offset: number) => Place): Map<string, Place> {
  const places = new Map<string, Place>();
  const walk = (node: unknown, path: string): void => {
    if (!isNode(node)) return;
    places.set(path, placeAt(node.range?.[0] ?? 0));
    if (!('items' in node)) return;
    node.items.forEach((item: unknown, index: number) => {
      if (isPair(item))
        walk(item.value, join(path, isScalar(item.key) ? String(item.key.value) : String(index)));
      else walk(item, join(path, String(index)));
    });
  };
  walk(document.contents, '');
  return places;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
