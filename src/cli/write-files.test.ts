import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
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
