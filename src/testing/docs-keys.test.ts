import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { colors } from '../identity/colors.ts';
import {
  frontMatterSchema,
  glossarySchema,
  seriesSchema,
  siteSchema,
  syncSchema,
  topicsSchema,
} from '../model/index.ts';
import { listRows, readPage } from './manual.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** A key of a file, as a row of the manual describes it. */
interface Key {
  key: string;
  type: string;
  default: string;
}

/** Defaults that code applies, not the schema. */
const otherDefaults: Readonly<Record<string, string>> = { accent: `\`'${colors.light.accent}'\`` };

/** Lists the keys of a map and of the maps in it: `author`, `author.name`. */
function listKeys(schema: Schema, parent = ''): Key[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, given]) => {
    const property = given as Schema;
    const key = `${parent}${name}`;
    const fallback = property.default === undefined ? 'none' : `\`${asYaml(property.default)}\``;
    const row = {
      key,
      type: typeOf(property),
      default: required.includes(name) ? 'required' : (otherDefaults[key] ?? fallback),
    };
    const inner = property.type === 'array' ? (property.items as Schema) : property;
    return isText(inner) ? [row] : [row, ...listKeys(inner, `${key}.`)];
  });
}

function asYaml(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function typeOf(schema: Schema): string {
  if (schema.type === 'boolean') return '`true` or `false`';
  if (schema.type === 'array') return `list of ${typeOf(schema.items as Schema)}s`;
  if (schema.type === 'object' && isText(schema)) return 'text per language';
  if (schema.type === 'object') return schema.additionalProperties === false ? 'map' : 'map of texts';
  return schema.type === 'string' ? 'text' : 'number';
}

/** Returns whether a map has languages as keys. */
function isText({ type, properties, propertyNames }: Schema): boolean {
  const names = Object.keys(properties ?? {});
  const hasAnyName = propertyNames !== undefined && (propertyNames as Schema).pattern === undefined;
  return type === 'object' && (hasAnyName || (names.length > 0 && names.every((name) => isLocale(name))));
}

const isLocale = (name: string): boolean => ['ko', 'en'].includes(name);

function toSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** Returns the schema of an entry in a file of entries by id. */
function entryOf(schema: z.ZodType): Schema {
  return toSchema(schema).additionalProperties as Schema;
}

function readRows(name: string, headings: readonly string[]): Record<string, string>[] {
  return listRows(readPage(name), headings).filter(({ key }) => key !== undefined);
}

const sorted = (keys: readonly Key[]): Key[] => keys.toSorted((a, b) => a.key.localeCompare(b.key));

describe('The manual describes each key, its type and its default, and no other key, of', () => {
  test.each<[file: string, page: string, headings: string[], schema: Schema]>([
    ['site.yaml', 'docs/site.md', ['site.yaml', 'Counter and comments'], toSchema(siteSchema)],
    ['topics.yaml', 'docs/site.md', ['topics.yaml'], entryOf(topicsSchema)],
    ['series.yaml', 'docs/site.md', ['series.yaml'], entryOf(seriesSchema)],
    ['glossary.yaml', 'docs/site.md', ['glossary.yaml'], entryOf(glossarySchema(['ko']))],
    ['sync files', 'docs/translating.md', ['Sync files'], toSchema(syncSchema)],
  ])('%s', (_, page, headings, schema) => {
    const described = readRows(page, headings).map((row): Key => {
      const { key = '', type = '', default: given = '' } = row;
      return { key: key.replaceAll('`', ''), type, default: given };
    });
    const keys = listKeys(schema).map((each) => (each.key === 'ko' ? { ...each, key: '<locale>' } : each));
    expect(sorted(described)).toEqual(sorted(keys));
  });

  test('front matter, by the kind of text that may have it', () => {
    const columns = {
      'in a source': frontMatterSchema('article', {}),
      'in a translation': frontMatterSchema('article', { translates: {} }),
      'in a single page': frontMatterSchema('page', {}),
    };
    const rows = readRows('docs/writing.md', ['Front matter']).map((row) => ({
      ...row,
      key: (row.key ?? '').replaceAll('`', ''),
    }));
    const mistakes: string[] = [];
    const keys = new Set<string>();
    for (const [column, schema] of Object.entries(columns)) {
      const allowed = new Map(listKeys(toSchema(schema)).map((each) => [each.key, each]));
      for (const key of allowed.keys()) keys.add(key);
      for (const row of rows as (Record<string, string> & { key: string })[]) {
        const key = allowed.get(row.key);
        const state =
          key === undefined
            ? /^(?:inherited|not allowed)$/
            : key.default === 'required'
              ? /^required$/
              : /^optional$/;
        if (!state.test(row[column] ?? '')) mistakes.push(`${row.key} ${column}: ${row[column] ?? ''}`);
        const fallback = key?.default === 'required' ? 'none' : key?.default;
        if (key !== undefined && (row.type !== key.type || row.default !== fallback))
          mistakes.push(`${row.key}: expected ${key.type}, ${fallback ?? ''}`);
      }
    }
    expect(mistakes).toEqual([]);
    expect(rows.map(({ key }) => key).toSorted()).toEqual([...keys].toSorted());
  });
});
