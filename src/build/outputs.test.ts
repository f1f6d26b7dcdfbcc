import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toOutput, writeOutputs, type Output, type WrittenSite } from './outputs.ts';

let root = '';
let count = 0;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-outputs-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Writes files with these contents. Returns the site, and the names of the files that had to be made. */
async function write(contents: Record<string, string>, previous?: WrittenSite) {
  count += 1;
  const folder = path.join(root, `site${count}`);
  mkdirSync(folder);
  const made: string[] = [];
  const outputs = Object.entries(contents).map(([file, content]): Output => ({
    ...toOutput(file, Buffer.from(content)),
    make: () => {
      made.push(file);
      return Promise.resolve(Buffer.from(content));
    },
  }));
  return { folder, files: await writeOutputs(outputs, folder, previous), made };
}

test('A file with the same key as in the previous site is not made again, and shares its bytes on disk', async () => {
  const first = await write({ 'a/b.html': 'one', 'c.xml': 'two' });
  const second = await write({ 'a/b.html': 'one', 'c.xml': 'three' }, first);
  expect(second.made).toEqual(['c.xml']);
  const [before, after] = [first, second].map(({ folder }) => statSync(path.join(folder, 'a/b.html')));
  expect(after?.ino).toBe(before?.ino);
  expect(readFileSync(path.join(second.folder, 'c.xml'), 'utf8')).toBe('three');
  expect(readFileSync(path.join(first.folder, 'c.xml'), 'utf8')).toBe('two');
});

test.each<[change: string, change: (file: string) => void]>([
  [
    'edited',
    (file) => {
      writeFileSync(file, 'changed by hand');
    },
  ],
  [
    'deleted',
    (file) => {
      rmSync(file);
    },
  ],
  [
    'replaced by a link',
    (file) => {
      rmSync(file);
      symlinkSync('elsewhere', file);
    },
  ],
])('A file of the previous site that somebody has %s is made again', async (_, change) => {
  const first = await write({ 'a.html': 'one' });
  change(path.join(first.folder, 'a.html'));
  const second = await write({ 'a.html': 'one' }, first);
  expect(second.made).toEqual(['a.html']);
  const file = path.join(second.folder, 'a.html');
  expect(lstatSync(file).isFile()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('one');
});

test('A file is copied where there are no hard links', async () => {
  const first = await write({ 'a.html': 'one' });
  const fs = await import('node:fs');
  const { syncBuiltinESMExports } = await import('node:module');
  const link = vi.spyOn(fs.default, 'linkSync').mockImplementation(() => {
    throw new Error('EPERM');
  });
  syncBuiltinESMExports();
  const second = await write({ 'a.html': 'one' }, first);
  link.mockRestore();
  syncBuiltinESMExports();
  expect(second.made).toEqual([]);
  const [before, after] = [first, second].map(({ folder }) => statSync(path.join(folder, 'a.html')));
  expect(after?.ino).not.toBe(before?.ino);
  expect(readFileSync(path.join(second.folder, 'a.html'), 'utf8')).toBe('one');
});

test('What is not in the new site is not in its folder', async () => {
  const first = await write({ 'old/a.html': 'one' });
  const second = await write({ 'new/a.html': 'one' }, first);
  expect(existsSync(path.join(second.folder, 'old'))).toBe(false);
});

test('A file can be the copy of another', async () => {
  const source = path.join(root, 'source.png');
  writeFileSync(source, 'picture');
  const folder = path.join(root, 'site');
  mkdirSync(folder);
  await writeOutputs(
    [{ file: 'copy.png', key: 'k', make: () => Promise.resolve({ copyOf: source }) }],
    folder,
    undefined,
  );
  expect(readFileSync(path.join(folder, 'copy.png'), 'utf8')).toBe('picture');
});

test('An error while a file is made ends the writing', async () => {
  const folder = path.join(root, 'site');
  mkdirSync(folder);
  const failing: Output = { file: 'a', key: 'k', make: () => Promise.reject(new Error('no space')) };
  await expect(writeOutputs([failing], folder, undefined)).rejects.toThrow('no space');
});
