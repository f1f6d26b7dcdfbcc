import type { z } from 'zod';
import { suggest, type Diagnostic } from '../diagnostics/index.ts';
import { fixForeignKey } from './foreign-keys.ts';
import { suggestLine } from './suggest-value.ts';
import { pathName, placeOf, type Path, type Places } from './yaml-places.ts';

/** The data in which a schema found an issue, its file, and the schema. */
interface IssueContext {
  schema: z.ZodType;
  file: string;
  places: Places;
  data: unknown;
}

/** Converts an issue found by a schema into diagnostics for the author of the file. */
export function issueDiagnostics(issue: z.core.$ZodIssue, context: IssueContext): Diagnostic[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...issue.path, key], context));
    case 'invalid_key':
      return [wrongKey(issue, context)];
    default:
      if (issue.path.length === 0 || valueAt(context.data, issue.path) != null)
        return [wrongValue(issue, context)];
      return context.places.keys.has(pathName(issue.path))
        ? [emptyKey(issue, context)]
        : [missingKey(issue.path, context)];
  }
}

function unknownKey(path: Path, { file, places, schema, data }: IssueContext): Diagnostic {
  const key = String(path.at(-1));
  const known = knownKeys(schema, path.slice(0, -1));
  const written = places.written.get(pathName(path)) ?? '';
  const taken = Object.keys(valueAt(data, path.slice(0, -1)) ?? {});
  const isFrontMatter = path.length === 1 && known.includes('title');
  const foreign = isFrontMatter ? fixForeignKey(key, written, { known, taken }) : undefined;
  return {
    file,
    ...placeOf(places, 'keys', path),
    rule: 'yaml/unknown-key',
    severity: 'error',
    what: `Unknown key \`${key}\`${suggest(key, known)}`,
    why: 'Unknown keys are ignored, so this value would have no effect.',
    fix: foreign ?? `Rename or remove it. Known keys: ${known.join(', ')}.`,
  };
}

function wrongKey({ path, issues, message }: z.core.$ZodIssueInvalidKey, context: IssueContext): Diagnostic {
  return {
    file: context.file,
    ...placeOf(context.places, 'keys', path),
    rule: 'yaml/wrong-key',
    severity: 'error',
    what: withValue(issues[0]?.message ?? message, String(path.at(-1))),
    why: 'Articles and addresses refer to it by this key.',
    fix: 'Rename it here and wherever it is used.',
  };
}

function missingKey(path: Path, { file, places }: IssueContext): Diagnostic {
  return {
    file,
    ...placeOf(places, 'values', path.slice(0, -1)),
    rule: 'yaml/missing-key',
    severity: 'error',
    what: `Missing \`${pathName(path)}\``,
    why: 'Pages, lists and feeds show it, and it has no default.',
    fix: `Add a line \`${String(path.at(-1))}: …\` here.`,
  };
}

function emptyKey({ path, message }: z.core.$ZodIssue, { file, places }: IssueContext): Diagnostic {
  return {
    file,
    ...placeOf(places, 'keys', path),
    rule: 'yaml/empty-value',
    severity: 'error',
    what: `\`${pathName(path)}\` has no value`,
    why: 'The site would show it incorrectly, or not at all.',
    fix: message.includes(colorFormat)
      ? howToWriteColor
      : `Write a value after \`${String(path.at(-1))}:\`, or delete the line if the key is optional.`,
  };
}

function wrongValue(issue: z.core.$ZodIssue, { file, places, data }: IssueContext): Diagnostic {
  const { path, message } = issue;
  const name = path.length === 0 ? '' : ` of \`${pathName(path)}\``;
  const isDefault = /^(?:Invalid|Too|Unrecognized) /.test(message);
  const isOfWrongType = issue.code === 'invalid_type' && isDefault;
  const written = places.written.get(pathName(path)) ?? '';
  const unexpected = isOfWrongType
    ? `Unexpected ${typeName(valueAt(data, path))}${quote(written)} as the value${name}, expected ${typeNames[issue.expected] ?? issue.expected}`
    : `Unexpected value${quote(written)}${name}: ${lowerFirst(message)}`;
  return {
    file,
    ...placeOf(places, 'values', path),
    rule: 'yaml/wrong-value',
    severity: 'error',
    what: message.startsWith('Unexpected') ? withValue(message, written) : unexpected,
    why: 'The site would show it incorrectly, or not at all.',
    fix: fixValue(issue, { written, value: valueAt(data, path) }),
  };
}

/** Returns how to write a value: as the author probably meant it, or else in general. */
function fixValue(
  { path, message, ...issue }: z.core.$ZodIssue,
  { written, value }: { written: string; value: unknown },
): string {
  const isDate = message.includes('YYYY-MM-DD');
  const isColor = message.includes(colorFormat);
  const expected = isDate ? 'date' : isColor ? 'color' : issue.code === 'invalid_type' ? issue.expected : '';
  const line = suggestLine({ key: String(path.at(-1)), written, value, expected });
  if (line !== undefined) return `Write \`${line}\`.`;
  if (isDate) return 'Write year, month and day with digits and hyphens, such as `2026-11-30`.';
  return isColor ? howToWriteColor : 'Correct the value.';
}

/** Part of the messages of schemas that expect a color. */
const colorFormat = 'a color in quotes';

const howToWriteColor =
  "Write red, green and blue with two digits each from 0 to f, in quotes: `'#2b3f8c'`. Without quotes, `#` begins a comment.";

/**
 * Adds a key or value to a message of a schema. Messages about a property of the value, such as that it is empty, stay as they are.
 *
 * @example
 * withValue('Unexpected date, expected an existing date', '{ day: 1 }') // 'Unexpected date `{ day: 1 }`, expected …'
 */
function withValue(message: string, written: string): string {
  return message.replace(
    /^Unexpected (?!empty |duplicate |line break )[^,]+/,
    (start) => start + quote(written),
  );
}

/** Longest quote of a value in a message. */
const longestQuote = 60;

/** Returns a value as written, on one line and cut short, in backticks after a space; nothing for an empty value. */
function quote(written: string): string {
  const line = written.trim().replace(/\s+/g, ' ');
  const short = line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
  return short === '' ? '' : ` \`${short}\``;
}

/** Plain names of the types that a schema can expect. */
const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  number: 'a number',
  object: 'keys with values',
  record: 'keys with values',
  string: 'text',
};

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return { boolean: 'word', number: 'number', string: 'text' }[typeof value as string] ?? 'keys with values';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/** Lists the keys a schema knows at a path, looking through optional, default, array and record types. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
