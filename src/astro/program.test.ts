import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareProgram } from './program.ts';

let root = '';
let bundled = 0;

beforeEach(() => {
  bundled = 0;
  root = mkdtempSync(path.join(tmpdir(), 'narani-program-'));
  mkdirSync(path.join(root, 'src/pages'), { recursive: true });
  mkdirSync(path.join(root, 'src/testing'), { recursive: true });
  mkdirSync(path.join(root, 'temporary'));
  for (const name of ['src/pages/a.astro', 'src/testing/a.ts', 'astro.config.mjs', 'package-lock.json'])
    writeFileSync(path.join(root, name), name);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Prepares the program of the project with a bundler that writes two files. */
async function prepare(base = '/') {
  return prepareProgram({
    root,
    folder: path.join(root, 'kept'),
    address: { origin: 'https://narani.example', base },
    bundle: () => {
      bundled += 1;
      const folder = path.join(root, 'temporary/program');
      for (const name of ['server/entry.mjs', 'client/_astro/a.css']) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), `bundle ${bundled}`);
      }
      return Promise.resolve(folder);
    },
  });
}

test('A program is bundled once and then kept', async () => {
  const first = await prepare();
  expect(readFileSync(first.entry, 'utf8')).toBe('bundle 1');
  expect(readFileSync(path.join(first.assets, '_astro/a.css'), 'utf8')).toBe('bundle 1');
  expect(await prepare()).toEqual(first);
  expect(bundled).toBe(1);
});

describe('A program is bundled again', () => {
  test.each([['src/pages/a.astro'], ['astro.config.mjs'], ['package-lock.json']])(
    'after a change of %s',
    async (file) => {
      const { digest } = await prepare();
      appendFileSync(path.join(root, file), '!');
      expect((await prepare()).digest).not.toBe(digest);
      expect(bundled).toBe(2);
    },
  );

  test('for another address of the site', async () => {
    const { digest } = await prepare();
    expect((await prepare('/kb/')).digest).not.toBe(digest);
  });

  test.each<[damage: string, damage: (kept: string) => void]>([
    [
      'a file was truncated',
      (kept) => {
        truncateSync(path.join(kept, 'server/entry.mjs'));
      },
    ],
    [
      'a file is missing',
      (kept) => {
        rmSync(path.join(kept, 'client/_astro/a.css'));
      },
    ],
    [
      'a file was added',
      (kept) => {
        writeFileSync(path.join(kept, 'client/b.js'), '');
      },
    ],
    [
      'its list of files is damaged',
      (kept) => {
        truncateSync(path.join(kept, 'files.json'), 5);
      },
    ],
    [
      'it is a file',
      (kept) => {
        rmSync(kept, { recursive: true });
        writeFileSync(kept, '');
      },
    ],
  ])('if %s', async (_, damage) => {
    const { digest } = await prepare();
    damage(path.join(root, 'kept', digest));
    const { entry } = await prepare();
    expect(readFileSync(entry, 'utf8')).toBe('bundle 2');
  });
});

test('A change of tests leaves the program as it is', async () => {
  await prepare();
  appendFileSync(path.join(root, 'src/testing/a.ts'), '!');
  writeFileSync(path.join(root, 'src/pages/a.test.ts'), '');
  await prepare();
  expect(bundled).toBe(1);
});

test('A bundler that fails leaves nothing that a later build would use', async () => {
  const failing = prepareProgram({
    root,
    folder: path.join(root, 'kept'),
    address: { origin: '', base: '/' },
    bundle: () => {
      mkdirSync(path.join(root, 'temporary/program'));
      return Promise.reject(new Error('no bundler'));
    },
  });
  await expect(failing).rejects.toThrow('no bundler');
  rmSync(path.join(root, 'temporary/program'), { recursive: true });
  await prepare();
  expect(bundled).toBe(1);
});
