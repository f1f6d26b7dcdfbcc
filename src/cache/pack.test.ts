import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPack, type Pack } from './pack.ts';

let folder = '';
const file = () => path.join(folder, 'words');
const open = (version = 'v1', isReadOnly = false): Promise<Pack<unknown>> =>
  openPack(folder, 'words', version, { isReadOnly });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narani-pack-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function save(values: Readonly<Record<string, unknown>>): Promise<void> {
  const pack = await open();
  for (const [key, value] of Object.entries(values)) pack.set(key, value);
  await pack.save(Object.keys(values));
}

describe('A pack', () => {
  test('returns every value that was saved', async () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '0'), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true }), async (values) => {
        await save(values);
        const pack = await open();
        for (const [name, value] of Object.entries(values))
          expect(pack.get(name)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(pack.get('none')).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  test('forgets the values whose keys are not saved', async () => {
    await save({ a: 1, b: '두\n줄' });
    const pack = await open();
    await pack.save(['b', 'never set']);
    expect(pack.get('a')).toBeUndefined();
    expect(pack.get('b')).toBe('두\n줄');
    expect((await open()).get('b')).toBe('두\n줄');
  });

  test('replaces a value', async () => {
    await save({ a: 1, b: 2 });
    const pack = await open();
    pack.set('a', 3);
    await pack.save(['a', 'b']);
    expect((await open()).get('a')).toBe(3);
  });

  test('is not written again if nothing has changed', async () => {
    await save({ a: 1 });
    const pack = await open();
    utimesSync(file(), 1, 1);
    await pack.save(['a']);
    expect(statSync(file()).mtimeMs).toBe(1000);
  });

  test('that is read only is not changed', async () => {
    await save({ a: 1 });
    const pack = await open('v1', true);
    pack.set('a', 2);
    await pack.save(['a']);
    expect(pack.get('a')).toBe(2);
    expect((await open()).get('a')).toBe(1);
  });

  test('of another version is empty', async () => {
    await save({ a: 1 });
    expect((await open('v2')).get('a')).toBeUndefined();
  });

  test('is appended to, and written again when half of it is unused', async () => {
    const size = async (key: string): Promise<number> => {
      const pack = await open();
      pack.set(key, 'x'.repeat(1000));
      await pack.save([key]);
      return Math.round(statSync(file()).size / 1000);
    };
    expect([await size('a'), await size('b'), await size('c'), await size('d')]).toEqual([1, 2, 1, 2]);
    expect((await open()).get('d')).toBe('x'.repeat(1000));
    expect((await open()).get('b')).toBeUndefined();
  });

  test('that was not appended to in full has the values before', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await save({ a: 1 });
    const pack = await open();
    pack.set('b', 2);
    await pack.save(['a', 'b']);
    truncateSync(file(), statSync(file()).size - 2);
    const after = await open();
    expect([after.get('a'), after.get('b')]).toEqual([1, undefined]);
    after.set('c', 3);
    await after.save(['a', 'c']);
    const again = await open();
    expect([again.get('a'), again.get('c')]).toEqual([1, 3]);
  });

  test.each<[string, () => void]>([
    [
      'truncated',
      () => {
        truncateSync(file(), readFileSync(file()).length - 2);
      },
    ],
    [
      'emptied',
      () => {
        truncateSync(file());
      },
    ],
    [
      'changed',
      () => {
        writeFileSync(file(), readFileSync(file(), 'latin1').replace('1', '2'), 'latin1');
      },
    ],
  ])('that was %s is empty, and can be saved again', async (_, damage) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await save({ a: 1 });
    damage();
    expect((await open()).get('a')).toBeUndefined();
    await save({ a: 4 });
    expect((await open()).get('a')).toBe(4);
  });
});
