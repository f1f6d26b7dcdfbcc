import { expect, test } from 'vitest';
import { frontMatterSchema, type EntryKind } from '../model/index.ts';
import { recallYaml, type RememberedYaml } from './yaml-memory.ts';

const source = 'title: Tea\ndescription: How\ndate: 2026-01-02\ntopics: [tea, water]\n';

/** Parses front matter, as the file of an article unless another kind is given. */
function parse(
  yaml: string,
  memory: Map<string, string>,
  { kind = 'article', linesBefore = 1 }: { kind?: EntryKind; linesBefore?: number } = {},
) {
  const schemaOf = (data: unknown) => frontMatterSchema(kind, data);
  return recallYaml(
    yaml,
    schemaOf,
    { file: 'ko.md', linesBefore, schema: kind },
    {
      get: (key) => (JSON.parse(memory.get(key) ?? 'null') as RememberedYaml | undefined) ?? undefined,
      set: (key, parsed) => memory.set(key, JSON.stringify(parsed)),
    },
  );
}

test('YAML from memory has the same value and places', () => {
  const memory = new Map<string, string>();
  const { value, places, diagnostics } = parse(source, memory);
  expect(memory.size).toBe(1);
  expect(parse(source, memory)).toEqual({ value, places, diagnostics });
  expect(places.get('topics.1')).toEqual({ line: 5, column: 15 });
});

test('YAML is remembered for its schema and its place in the file', () => {
  const memory = new Map<string, string>();
  parse(source, memory);
  expect(parse(source, memory, { kind: 'page' }).diagnostics).not.toEqual([]);
  expect(parse(source, memory, { linesBefore: 3 }).places.get('title')?.line).toBe(4);
});

test('Mistakes are reported again', () => {
  const memory = new Map<string, string>();
  const { diagnostics } = parse('title: [', memory);
  expect(diagnostics).not.toEqual([]);
  expect(parse('title: [', memory).diagnostics).toEqual(diagnostics);
});
