import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetUnused, keepFile } from './keep-file.ts';

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-kept-'));
  folder = path.join(root, 'fonts');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

const make = (text: string): (() => Promise<Uint8Array>) => vi.fn(() => Promise.resolve(Buffer.from(text)));

/** Keep a text in place of the one that is kept, and say which it was that was given. */
async function keep(key: string, text: string): Promise<string> {
  return Buffer.from(await keepFile(folder, key, make(text))).toString();
}

describe('A kept file', () => {
  test('is made once, and given as it was made', async () => {
    expect(await keep('a', 'first')).toBe('first');
    expect(await keep('a', 'second')).toBe('first');
    expect(await keep('b', 'second')).toBe('second');
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  });

  test.each<[how: string, damage: (file: string) => void]>([
    [
      'emptied',
      (file) => {
        truncateSync(file);
      },
    ],
    [
      'cut short within its digest',
      (file) => {
        truncateSync(file, 20);
      },
    ],
    [
      'cut short',
      (file) => {
        truncateSync(file, readFileSync(file).length - 1);
      },
    ],
    [
      'written over',
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
  ])('that was %s is made anew, and kept again', async (_how, damage) => {
    await keep('a', 'first');
    damage(path.join(folder, 'a'));
    expect(await keep('a', 'second')).toBe('second');
    expect(await keep('a', 'third')).toBe('second');
  });

  test('may be empty, if that is how it was made', async () => {
    expect(await keep('a', '')).toBe('');
    expect(await keep('a', 'second')).toBe('');
  });

  test('is not there where making it failed', async () => {
    await expect(keepFile(folder, 'a', () => Promise.reject(new Error('no font')))).rejects.toThrow(
      'no font',
    );
    expect(await keep('a', 'second')).toBe('second');
  });

  test('comes out whole of two builds at once', async () => {
    const both = await Promise.all([keep('a', 'text'), keep('a', 'text')]);
    expect(both).toEqual(['text', 'text']);
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('A whole build', () => {
  const at = (time: string): Date => {
    vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });
    return new Date(time);
  };

  test('forgets what it did not ask for, and what killed builds left behind', async () => {
    at('2026-01-01T10:00:00Z');
    await keep('old', 'old');
    await keep('used', 'used');
    const start = at('2026-01-01T11:00:00.123Z');
    await keep('used', 'used');
    await keep('new', 'new');
    await forgetUnused(root, start);
    expect(readdirSync(folder).sort()).toEqual(['new', 'used']);
    writeFileSync(path.join(folder, 'new.half'), '');
    await forgetUnused(root, new Date('2100-01-01'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that kept nothing has nothing to forget', async () => {
    await expect(forgetUnused(path.join(root, 'none'), new Date())).resolves.toBeUndefined();
  });
});
