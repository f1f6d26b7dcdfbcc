import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createContentFolder } from '../testing/build-content.ts';
import { listFiles } from '../tools/sites/run.ts';
import { writeFiles } from './write-files.ts';

test('files are written, and no temporary files remain', async () => {
  const folder = createContentFolder({ 'b.md': 'old' });
  await writeFiles(folder, [
    { path: path.join(folder, 'a/b/c.md'), text: '가', current: undefined },
    { path: path.join(folder, 'b.md'), text: 'new', current: Buffer.from('old') },
  ]);
  expect(listFiles(folder)).toEqual(['a/b/c.md', 'b.md']);
  expect(readFileSync(path.join(folder, 'b.md'), 'utf8')).toBe('new');
});

test('if one file can’t be written, all earlier ones are rolled back', async () => {
  const folder = createContentFolder({ 'b.md': 'old' });
  mkdirSync(path.join(folder, 'in-the-way.md'));
  writeFileSync(path.join(folder, 'in-the-way.md/file'), '');
  const before = listFiles(folder);
  const files = [
    { path: path.join(folder, 'a/b/c.md'), text: '가', current: undefined },
    { path: path.join(folder, 'b.md'), text: 'new', current: Buffer.from('old') },
    { path: path.join(folder, 'in-the-way.md'), text: '', current: undefined },
  ];
  await expect(writeFiles(folder, files)).rejects.toThrow();
  expect(listFiles(folder)).toEqual(before);
  expect(readFileSync(path.join(folder, 'b.md'), 'utf8')).toBe('old');
});

test('a folder created for files that can’t be written is removed again', async () => {
  const parent = createContentFolder({ file: '' });
  const folder = path.join(parent, 'content');
  await expect(
    writeFiles(folder, [{ path: path.join(parent, 'file/a.md'), text: '', current: undefined }]),
  ).rejects.toThrow();
  expect(listFiles(parent)).toEqual(['file']);
});

describe('A folder is renamed before files are written into it,', () => {
  const files = { 'a/b.md': 'old', 'a/c.md': 'c' };

  test('and what they replace is theirs', async () => {
    const folder = createContentFolder(files);
    const file = { path: path.join(folder, 'd/b.md'), text: 'new', current: Buffer.from('old') };
    await writeFiles(folder, [file], [{ from: path.join(folder, 'a'), to: path.join(folder, 'd') }]);
    expect(listFiles(folder)).toEqual(['d/b.md', 'd/c.md']);
    expect(readFileSync(path.join(folder, 'd/b.md'), 'utf8')).toBe('new');
  });

  test('and renamed back if one can’t be written', async () => {
    const folder = createContentFolder({ ...files, file: '' });
    const written = [
      { path: path.join(folder, 'd/b.md'), text: 'new', current: Buffer.from('old') },
      { path: path.join(folder, 'file/x.md'), text: '', current: undefined },
    ];
    const move = { from: path.join(folder, 'a'), to: path.join(folder, 'd') };
    await expect(writeFiles(folder, written, [move])).rejects.toThrow();
    expect(listFiles(folder)).toEqual(['a/b.md', 'a/c.md', 'file']);
    expect(readFileSync(path.join(folder, 'a/b.md'), 'utf8')).toBe('old');
  });

  test('unless something is in the way, even an empty folder', async () => {
    const folder = createContentFolder(files);
    mkdirSync(path.join(folder, 'd'));
    const move = { from: path.join(folder, 'a'), to: path.join(folder, 'd') };
    await expect(writeFiles(folder, [], [move])).rejects.toThrow('already exists');
    expect(listFiles(folder)).toEqual(['a/b.md', 'a/c.md']);
  });
});
