import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareFolders } from './compare-folders.ts';
import { createFolder, writeFiles } from './run.ts';

let root = '';
beforeEach(() => {
  root = createFolder('compare');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Compares two folders with these files. */
function compare(
  actual: Readonly<Record<string, string | Uint8Array>>,
  expected: Readonly<Record<string, string | Uint8Array>>,
): string | undefined {
  const [found, wanted] = [path.join(root, 'actual'), path.join(root, 'expected')];
  writeFiles(found, actual);
  writeFiles(wanted, expected);
  return compareFolders(found, wanted);
}

test('folders with the same bytes do not differ', () => {
  expect(
    compare(
      { 'a/b.html': 'text', c: new Uint8Array([0, 1]) },
      { 'a/b.html': 'text', c: new Uint8Array([0, 1]) },
    ),
  ).toBe(undefined);
});

test('the first difference is shown with the text around it, the others by name', () => {
  expect(compare({ b: 'The old word.', c: 'c', e: 'same' }, { b: 'The new word.', d: 'd', e: 'same' })).toBe(
    [
      'b differs at character 4:',
      '  found    "The old word."',
      '  expected "The new word."',
      'and 2 others:',
      '  c should not exist',
      '  d is missing',
    ].join('\n'),
  );
});

test('a text that ends early differs at its end', () => {
  expect(compare({ a: 'The' }, { a: 'The end' })).toContain('at character 3:');
});

test('binary files differ by their sizes', () => {
  expect(compare({ a: new Uint8Array([0]) }, { a: new Uint8Array([0, 1]) })).toBe(
    'a differs: 1 bytes instead of 2',
  );
});
