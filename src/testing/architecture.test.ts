import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mayImport, pure } from './architecture.ts';
import { findImports, partOf, readSources } from './imports.ts';

const src = path.resolve(import.meta.dirname, '..');
const sources = readSources(src);
const imports = findImports(sources);
const internal = imports.filter(({ isPackage }) => !isPackage);
const crossing = internal.filter(({ file, target }) => partOf(file) !== partOf(target));

describe('The parts of src', () => {
  test('are all listed in `mayImport`', () => {
    const parts = [...new Set([...sources.keys()].map(partOf))];
    expect(parts.filter((part) => !(part in mayImport))).toEqual([]);
  });

  test('import only what they may import', () => {
    const violations = crossing.filter(
      ({ file, target }) => mayImport[partOf(file)]?.includes(partOf(target)) !== true,
    );
    expect(violations).toEqual([]);
  });

  test('use every import that is allowed', () => {
    const allowed = Object.entries(mayImport).flatMap(([from, targets]) =>
      targets.map((to) => `${from} → ${to}`),
    );
    const used = new Set(internal.map(({ file, target }) => `${partOf(file)} → ${partOf(target)}`));
    expect(allowed.filter((arrow) => !arrow.startsWith('testing') && !used.has(arrow))).toEqual([]);
  });

  test('are imported through their index.ts if they have one', () => {
    const violations = crossing.filter(({ target }) => {
      const index = `${partOf(target)}/index.ts`;
      return sources.has(index) && target !== index;
    });
    expect(violations).toEqual([]);
  });

  test('have no import cycle between files', () => {
    expect(findCycle(internal.map(({ file, target }) => [file, target]))).toBeUndefined();
  });

  test('are described in src/README.md with the same allowed imports', () => {
    const map = readFileSync(path.join(src, 'README.md'), 'utf8');
    const rows = [...map.matchAll(/^\| `([\w./-]+)`\s*\|[^|]*\|\s*([^|]*?)\s*\|$/gm)];
    const documented = rows.map(([, part, arrows]) => [
      part,
      arrows === 'nothing' ? [] : arrows?.split(', '),
    ]);
    const allowed = Object.entries(mayImport).map(([part, arrows]) => [
      part,
      arrows.filter((each) => each !== part),
    ]);
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(allowed));
  });
});

describe('Pure parts', () => {
  const isPure = (file: string): boolean => pure.some((folder) => file.startsWith(`${folder}/`));
  const files = [...sources].filter(([file]) => isPure(file));

  test('import no virtual modules of Astro and no modules for disk, network or processes', () => {
    const edges = /^(?:astro(?::|$|\/)|node:(?:fs|http|https|net|os|child_process|worker_threads))/;
    expect(imports.filter(({ file, target }) => isPure(file) && edges.test(target))).toEqual([]);
  });

  test.each(files)('%s does not use clock, randomness, environment or DOM', (_file, text) => {
    expect(text).not.toMatch(
      /\bprocess\.|Date\.now|new Date\(\)|Math\.random|import\.meta\.env|\bdocument\.|\bwindow\./,
    );
  });
});

describe('Code that Node runs without Astro', () => {
  test('imports no module that exists only in Astro', () => {
    const reached = reach(
      ['cli/main.ts'],
      internal.map(({ file, target }) => [file, target]),
    );
    const astro = imports.filter(({ file, target }) => reached.has(file) && target.startsWith('astro:'));
    expect(astro).toEqual([]);
  });
});

type Edge = readonly [from: string, to: string];

function reach(start: readonly string[], edges: readonly Edge[]): Set<string> {
  const reached = new Set(start);
  for (const file of reached) for (const [from, to] of edges) if (from === file) reached.add(to);
  return reached;
}

function findCycle(edges: readonly Edge[]): string | undefined {
  const targets = Map.groupBy(edges, ([from]) => from);
  return [...targets.keys()].find((file) =>
    reach(
      (targets.get(file) ?? []).map(([, to]) => to),
      edges,
    ).has(file),
  );
}
