import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');

/** The rows of the tables: a promise, and the files of tests with titles in them. */
const rows = [...page.matchAll(/^\| (.+?) +\| (`src\/.+?) +\|$/gm)].map(([, promise = '', tests = '']) => ({
  promise,
  tests: [...tests.matchAll(/`(src\/[^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  ),
}));

test('SECURITY.md has a test for each of its promises', () => {
  const promises = page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:promise|-)/.test(line));
  expect(rows).toHaveLength(promises.length);
  expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
});

describe.each(rows)('“$promise”', ({ tests }) => {
  test.each(tests)('is held by “$title” in $file', ({ file, title }) => {
    const full = path.join(root, file);
    expect(existsSync(full), file).toBe(true);
    const code = readFileSync(full, 'utf8').split('\n');
    expect(code.filter((line) => line.includes(title) && /['`"]/.test(line))).not.toEqual([]);
  });
});
