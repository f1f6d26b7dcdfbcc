import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordFolder, verifyFolder } from './verified-folder.ts';

let root = '';
let folder = '';

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-verified-'));
  folder = path.join(root, 'assets');
  mkdirSync(folder);
  for (const name of ['a.webp', 'b.webp', '다 라.webp']) writeFileSync(at(name), `picture ${name}`);
  await recordFolder(folder, 'v1');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const at = (name: string): string => path.join(folder, name);

test('Unchanged files of a cache folder remain', async () => {
  expect(await verifyFolder(folder, 'v1')).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(3);
});

test.each<[damage: string, damage: () => void, damaged: string[]]>([
  [
    'emptied',
    () => {
      truncateSync(at('a.webp'));
    },
    ['a.webp'],
  ],
  [
    'replaced by another',
    () => {
      copyFileSync(at('b.webp'), at('a.webp'));
    },
    ['a.webp'],
  ],
  [
    'replaced by a folder',
    () => {
      rmSync(at('a.webp'));
      mkdirSync(at('a.webp/inside'), { recursive: true });
    },
    ['a.webp'],
  ],
  [
    'added by an interrupted build',
    () => {
      rmSync(at('a.webp'));
      writeFileSync(at('new.webp'), 'half');
    },
    [],
  ],
])('A file that was %s is deleted, and the others remain', async (_, damage, damaged) => {
  damage();
  expect(await verifyFolder(folder, 'v1')).toEqual(damaged);
  expect(readdirSync(folder).sort()).toEqual(['b.webp', '다 라.webp']);
});

test.each<[name: string, damage: () => void]>([
  [
    'is missing',
    () => {
      rmSync(`${folder}.sha256`);
    },
  ],
  [
    'is empty',
    () => {
      truncateSync(`${folder}.sha256`);
    },
  ],
  [
    'is a folder',
    () => {
      rmSync(`${folder}.sha256`);
      mkdirSync(`${folder}.sha256`);
    },
  ],
])('All files are deleted if their record %s, and can be recorded again', async (_, damage) => {
  damage();
  expect(await verifyFolder(folder, 'v1')).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(at('a.webp'), 'picture');
  await recordFolder(folder, 'v1');
  await verifyFolder(folder, 'v1');
  expect(readdirSync(folder)).toEqual(['a.webp']);
});

test('All files are deleted after an upgrade of the packages that made them', async () => {
  expect(await verifyFolder(folder, 'v2')).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('A file in place of the folder is deleted', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  await verifyFolder(folder, 'v1');
  expect(readdirSync(root)).toEqual(['assets.sha256']);
});
