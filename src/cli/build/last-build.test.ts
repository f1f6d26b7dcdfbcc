import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeInputs, isIntact, readLastBuild, recordBuild, type LastBuild } from './last-build.ts';

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-last-build-'));
  folder = path.join(root, 'dist');
  mkdirSync(path.join(folder, 'ko'), { recursive: true });
  for (const name of ['index.html', 'ko/index.html', '.narani']) writeFileSync(path.join(folder, name), name);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Returns what a build would record of the folder. */
function describeSite(): LastBuild {
  const files = ['index.html', 'ko/index.html'].map((name) => {
    const { size, mtimeMs } = statSync(path.join(folder, name));
    return [name, { key: `key of ${name}`, size, mtimeMs }] as const;
  });
  return { folder, inputs: 'inputs', today: '2026-01-01', timezone: 'Asia/Seoul', files: new Map(files) };
}

test('The record of a build is read back as it was, for its folder only', () => {
  const built = describeSite();
  recordBuild(root, built);
  expect(readLastBuild(root, folder)).toEqual(built);
  expect(readLastBuild(root, path.join(root, 'other'))).toBeUndefined();
});

test('A damaged record counts as none', () => {
  recordBuild(root, describeSite());
  const file = path.join(root, 'builds', nameOfRecord());
  truncateSync(file, 100);
  expect(readLastBuild(root, folder)).toBeUndefined();
  truncateSync(file);
  expect(readLastBuild(root, folder)).toBeUndefined();
});

function nameOfRecord(): string {
  const [name = ''] = readdirSync(path.join(root, 'builds'));
  return name;
}

describe('A site is intact', () => {
  test('as the build has written it, with the list of its files and what its host keeps there', () => {
    const built = describeSite();
    mkdirSync(path.join(folder, '.git'));
    writeFileSync(path.join(folder, '.git/HEAD'), 'ref');
    expect(isIntact(built)).toBe(true);
  });

  test.each<[change: string, change: () => void]>([
    [
      'has other bytes',
      () => {
        appendFileSync(path.join(folder, 'ko/index.html'), '!');
      },
    ],
    [
      'has another time',
      () => {
        utimesSync(path.join(folder, 'ko/index.html'), 1, 1);
      },
    ],
    [
      'is missing',
      () => {
        rmSync(path.join(folder, 'index.html'));
      },
    ],
    [
      'was added',
      () => {
        writeFileSync(path.join(folder, 'ko/notes.txt'), '');
      },
    ],
    [
      'is missing with its folder',
      () => {
        rmSync(path.join(folder, 'ko'), { recursive: true });
      },
    ],
  ])('but not if a file %s', (_, change) => {
    const built = describeSite();
    change();
    expect(isIntact(built)).toBe(false);
  });
});

describe('The description of inputs', () => {
  const describeAll = (values: string[] = []): string =>
    describeInputs([folder, path.join(root, 'file')], values);

  test('is the same as long as nothing changes', () => {
    expect(describeAll()).toBe(describeAll());
  });

  test.each<[change: string, change: () => void]>([
    [
      'a file is edited',
      () => {
        appendFileSync(path.join(folder, 'ko/index.html'), '!');
      },
    ],
    [
      'a file gets other bytes of the same length',
      () => {
        writeFileSync(path.join(folder, 'index.html'), 'INDEX.HTML');
      },
    ],
    [
      'a file is added',
      () => {
        writeFileSync(path.join(folder, 'new'), '');
      },
    ],
    [
      'a file is deleted',
      () => {
        rmSync(path.join(folder, 'index.html'));
      },
    ],
    [
      'a file outside the folders appears',
      () => {
        writeFileSync(path.join(root, 'file'), '');
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = describeAll();
    change();
    expect(describeAll()).not.toBe(before);
  });

  test('has an end if links lead in circles', () => {
    const before = describeAll();
    for (const name of ['up', 'again']) symlinkSync('..', path.join(folder, 'ko', name));
    expect(describeAll()).toBe(before);
  });

  test('changes with the other inputs', () => {
    expect(describeAll(['v24.0.0'])).not.toBe(describeAll(['v24.1.0']));
  });
});
