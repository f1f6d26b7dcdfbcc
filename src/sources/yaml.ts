import { isScalar, LineCounter, parseDocument, visit, type Alias, type Document, type YAMLError } from 'yaml';
import type { z } from 'zod';
import {
  crashDiagnostic,
  TextLimit,
  findMergeConflicts,
  type Diagnostic,
  type Place,
} from '../diagnostics/index.ts';
import { issueDiagnostics } from './schema-issue.ts';
import { collectPlaces } from './yaml-places.ts';

/** Origin of a piece of YAML: its file, and the number of lines before it. */
interface YamlSource {
  file: string;
  linesBefore: number;
}

/** The result of parsing and validating YAML: a value or diagnostics, and positions for later messages. */
interface ParsedYaml<T> {
  value: T | undefined;
  diagnostics: Diagnostic[];
  /** Positions of values by path (`topics.0`), for messages about values that are valid by the schema but wrong. */
  places: ReadonlyMap<string, Place>;
  /** Positions of keys by path. */
  keys: ReadonlyMap<string, Place>;
}

/**
 * Parses YAML and validates it against a schema, which may depend on the data.
 *
 * Reports every problem with its line and column, including duplicate keys. After a syntax error the schema is not checked.
 */
export function parseYaml<T>(
  text: string,
  schemaFor: (data: unknown) => z.ZodType<T>,
  source: YamlSource,
): ParsedYaml<T> {
  try {
    limitDepth(text, source);
    return parseAndValidate(text, schemaFor, source);
  } catch (error) {
    const diagnostics = [crashDiagnostic(error, source.file)];
    return { value: undefined, diagnostics, places: new Map(), keys: new Map() };
  }
}

/** The maximal depth of YAML. The time to read keys inside keys (`? ? ? …`) grows much faster than their number. */
const maxDepth = 50;

/** Throws a `TextLimit` if lists or mappings begin inside too many others: on one line, by brackets, or by indentation. */
function limitDepth(text: string, source: YamlSource): void {
  let brackets = 0;
  text.split('\n').forEach((line, index) => {
    const [start = ''] = /^[ \t?:-]*/.exec(line) ?? [];
    const marks = start.match(/[?:-](?=[ \t]|$)/g)?.length ?? 0;
    for (const character of line) {
      if (character === '[' || character === '{') brackets += 1;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > maxDepth) throw tooDeep(source, index);
    }
    if (marks + (start.length - marks) / 4 > maxDepth) throw tooDeep(source, index);
  });
}

function tooDeep({ linesBefore }: YamlSource, index: number): TextLimit {
  return new TextLimit(
    'The YAML is nested too deeply',
    `Remove the values that are inside more than ${maxDepth} others. Put quotes around text that contains brackets, \`? \` or \`- \`.`,
    { line: index + linesBefore + 1, column: 1 },
  );
}

function parseAndValidate<T>(
  text: string,
  schemaFor: (data: unknown) => z.ZodType<T>,
  { file, linesBefore }: YamlSource,
): ParsedYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: true,
    logLevel: 'error',
    // Would compare each key with every other one. `findDuplicateKeys` takes linear time.
    uniqueKeys: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + linesBefore, column: Math.max(1, col) };
  };
  const syntaxErrors = [
    ...document.errors.map((error) =>
      syntaxDiagnostic(
        error,
        { file, ...placeAt(error.pos[0]) },
        quoteValue(text, lines.linePos(error.pos[0]).line),
      ),
    ),
    ...findDuplicateKeys(document).map((offset) => duplicateKey({ file, ...placeAt(offset) })),
    ...findAliases(document).map(({ source, range }) =>
      aliasDiagnostic(source, { file, ...placeAt(range?.[0] ?? 0) }),
    ),
  ];
  if (syntaxErrors.length > 0) {
    const conflicts = findMergeConflicts(text).map(({ line, ...message }) => ({
      ...message,
      file,
      line: line + linesBefore,
    }));
    // The markers of a conflict cause the syntax errors, whose messages don't mention them.
    const diagnostics = conflicts.length > 0 ? conflicts : syntaxErrors;
    return { value: undefined, diagnostics, places: new Map(), keys: new Map() };
  }
  const data: unknown = document.contents === null ? {} : document.toJS();
  const schema = schemaFor(data);
  const result = schema.safeParse(data);
  const places = collectPlaces(document, text, placeAt);
  if (result.success)
    return { value: result.data, diagnostics: [], places: places.values, keys: places.keys };
  const diagnostics = result.error.issues.flatMap((issue) =>
    issueDiagnostics(issue, { schema, file, places, data }),
  );
  return { value: undefined, diagnostics, places: new Map(), keys: new Map() };
}

/** Returns the offsets of keys that their mapping already has. */
function findDuplicateKeys(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return offsets;
}

function findAliases(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

type FilePlace = Place & { file: string };

/**
 * Returns a line as it must be written if its value is text that has to be in quotes, such as `title: "A: B"`; `undefined` if that
 * is not what is wrong with it.
 *
 * @param number line number in the text, from 1
 */
function quoteValue(text: string, number: number): string | undefined {
  const line = text.split('\n')[number - 1] ?? '';
  const [, start = '', value = ''] = /^(\s*(?:- )?[\p{L}\p{N}_-]+: +)(\S.*?)\s*$/u.exec(line) ?? [];
  const isAlone = value !== '' && !/^[|>[{&*!]/.test(value);
  if (!isAlone || parseDocument(line.trim(), { logLevel: 'silent' }).errors.length === 0) return undefined;
  return start.trimStart() + JSON.stringify(value);
}

function syntaxDiagnostic({ message }: YAMLError, place: FilePlace, quoted: string | undefined): Diagnostic {
  const [problem = 'it cannot be read'] = message.split('\n');
  return {
    ...place,
    rule: 'yaml/syntax',
    severity: 'error',
    what:
      quoted === undefined
        ? `Invalid YAML: ${problem.replace(/ at line \d+, column \d+:?$/, '')}`
        : `The text after \`${quoted.slice(0, quoted.indexOf(':') + 1)}\` has to be in quotes`,
    why:
      quoted === undefined
        ? 'The rest of the file can’t be read reliably.'
        : 'It has characters that YAML reads as something else than text, so the rest can’t be read reliably.',
    fix:
      quoted === undefined
        ? 'Put quotes around text that contains `: ` or `#`, or that begins with a quote or backtick; indent with spaces, not tabs.'
        : `Put quotes around the text: \`${quoted}\`.`,
  };
}

function duplicateKey(place: FilePlace): Diagnostic {
  return {
    ...place,
    rule: 'yaml/duplicate-key',
    severity: 'error',
    what: 'Duplicate key',
    why: 'Only one of the two values could be used.',
    fix: 'Remove one of the two lines.',
  };
}

function aliasDiagnostic(name: string, place: FilePlace): Diagnostic {
  return {
    ...place,
    rule: 'yaml/alias',
    severity: 'error',
    what: `YAML aliases such as \`*${name}\` are not supported`,
    why: 'YAML reads `*` followed by a word as a reference to a value defined elsewhere, not as text.',
    fix: 'Put quotes around text that begins with `*`; write a repeated value out in full.',
  };
}
