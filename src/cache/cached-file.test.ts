import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { evictUnused, cachedFile } from './cached-file.ts';

let root = '';
let folder = '';
let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  root = mkdtempSync(path.join(tmpdir(), 'narani-cache-'));
  folder = path.join(root, 'fonts');
});

afterEach(() => {
  warn.mockRestore();
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

const make = (text: string): (() => Promise<Uint8Array>) => vi.fn(() => Promise.resolve(Buffer.from(text)));

/** Offers a text to the cache and returns the text that the cache gives back. */
async function cache(key: string, text: string): Promise<string> {
  return Buffer.from(await cachedFile(folder, key, make(text))).toString();
}

describe('A cached file', () => {
  test('is made once and returned unchanged', async () => {
    expect(await cache('a', 'first')).toBe('first');
    expect(await cache('a', 'second')).toBe('first');
    expect(await cache('b', 'second')).toBe('second');
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  });

  test.each<[damaged: string, damage: (file: string) => void]>([
    [
      'emptied',
      (file) => {
        truncateSync(file);
      },
    ],
    [
      'truncated within its digest',
      (file) => {
        truncateSync(file, 20);
      },
    ],
    [
      'truncated',
      (file) => {
        truncateSync(file, readFileSync(file).length - 1);
      },
    ],
    [
      'overwritten',
      (file) => {
        writeFileSync(file, readFileSync(file, 'latin1').replace('st', 'ts'), 'latin1');
      },
    ],
    [
      'replaced by one without a digest',
      (file) => {
        writeFileSync(file, 'a font of another program');
      },
    ],
    [
      'replaced by a folder',
      (file) => {
        rmSync(file);
        mkdirSync(path.join(file, 'inside'), { recursive: true });
      },
    ],
    [
      'replaced by a link to itself, which cannot be read',
      (file) => {
        rmSync(file);
        symlinkSync('a', file);
      },
    ],
  ])('that was %s is made again and cached again', async (_damaged, damage) => {
    await cache('a', 'first');
    damage(path.join(folder, 'a'));
    expect(await cache('a', 'second')).toBe('second');
    expect(await cache('a', 'third')).toBe('second');
  });

  test('that was replaced by another cached file is made again', async () => {
    await cache('a', 'first');
    await cache('b', 'of b');
    copyFileSync(path.join(folder, 'b'), path.join(folder, 'a'));
    expect(await cache('a', 'second')).toBe('second');
  });

  test('is reported if it is damaged, once per folder', async () => {
    for (const key of ['a', 'b']) {
      await cache(key, 'text');
      truncateSync(path.join(folder, key));
    }
    await cache('a', 'text');
    await cache('b', 'text');
    expect(warn.mock.calls).toEqual([
      [`${path.join(folder, 'a')}: This cached file is damaged, so it is made again`],
    ]);
  });

  test('leaves no partial file if it cannot be written', async () => {
    mkdirSync(folder);
    const full = vi.spyOn(fs, 'writeFile').mockImplementation(async (file) => {
      writeFileSync(file as string, 'ha');
      return Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    });
    syncBuiltinESMExports();
    await expect(cache('a', 'text')).rejects.toThrow('ENOSPC');
    full.mockRestore();
    syncBuiltinESMExports();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('may be empty', async () => {
    expect(await cache('a', '')).toBe('');
    expect(await cache('a', 'second')).toBe('');
  });

  test('does not exist if making it failed', async () => {
    await expect(cachedFile(folder, 'a', () => Promise.reject(new Error('no font')))).rejects.toThrow(
      'no font',
    );
    expect(await cache('a', 'second')).toBe('second');
  });

  test('is complete when two builds write it at the same time', async () => {
    const both = await Promise.all([cache('a', 'text'), cache('a', 'text')]);
    expect(both).toEqual(['text', 'text']);
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('Eviction after a build', () => {
  const at = (time: string): Date => {
    vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });
    return new Date(time);
  };

  test('deletes files that the build did not read, and partial files of interrupted builds', async () => {
    at('2026-01-01T10:00:00Z');
    await cache('old', 'old');
    await cache('used', 'used');
    const start = at('2026-01-01T11:00:00.123Z');
    await cache('used', 'used');
    await cache('new', 'new');
    await evictUnused(root, start);
    expect(readdirSync(folder).sort()).toEqual(['new', 'used']);
    writeFileSync(path.join(folder, 'new.partial'), '');
    await evictUnused(root, new Date('2100-01-01'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps what it is told to, files and whole folders', async () => {
    for (const place of ['program/a/b', 'program/c/d', 'pages'])
      await cachedFile(path.join(root, place), 'file', () => Promise.resolve(Buffer.from('')));
    await evictUnused(root, new Date('2100-01-01'), new Set(['program/a', 'pages/file']));
    const left = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
    expect(left.map(({ parentPath }) => path.relative(root, parentPath)).sort()).toEqual([
      'pages',
      'program/a/b',
    ]);
  });

  test('is a no-op if there is no cache', async () => {
    await expect(evictUnused(path.join(root, 'none'), new Date())).resolves.toBeUndefined();
  });
});

test('Calls for one file at the same time all succeed, also if a folder is in its place', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-cache-'));
  for (let round = 0; round < 50; round += 1) {
    const key = `key-${round}`;
    mkdirSync(path.join(folder, key, 'inside'), { recursive: true });
    const make = (): Promise<Uint8Array> => Promise.resolve(Buffer.from('made'));
    const made = await Promise.all([1, 2, 3, 4].map(async () => cachedFile(folder, key, make)));
    expect(made.map((bytes) => Buffer.from(bytes).toString())).toEqual(['made', 'made', 'made', 'made']);
  }
  rmSync(folder, { recursive: true });
});
