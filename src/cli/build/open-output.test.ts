import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFiles } from '../../tools/sites/run.ts';
import { interceptOperations, systemError, type Operation } from '../../testing/fault-point.ts';
import { closeOutput, openOutput } from './open-output.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-output-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const at = (name: string): string => path.join(root, name);
const open = async (output: string) => openOutput({ content: at('content'), output });

/** Opens an output while some operations on the file system fail with an error code. */
async function openWithFailures(
  output: string,
  code: string,
  fails: (operation: Operation) => boolean,
): ReturnType<typeof open> {
  const restore = interceptOperations((operation) => {
    if (fails(operation)) throw systemError(code);
  });
  return open(output).finally(restore);
}

/** Whether an operation moves something into the output folder. */
const isMoveIn = ({ name, to }: Operation): boolean =>
  name === 'renameSync' && to?.startsWith(at('dist/')) === true;

const next = (prefix: string): string => `${prefix}next-${process.pid}`;
const site = { '.narani': 'index.html\n', 'index.html': 'old', '.git/HEAD': 'ref' };

describe('The folder for the next site', () => {
  test('is beside the output folder', async () => {
    writeFiles(at('dist'), site);
    const output = await open(at('dist'));
    expect(output).toMatchObject({ folder: at('dist'), next: next(at('.dist.')) });
    closeOutput(output);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('is beside the target of a symbolic link, also if the target does not exist yet', async () => {
    writeFiles(at('real'), site);
    symlinkSync('real', at('dist'));
    expect(await open(at('dist'))).toMatchObject({ folder: at('real'), next: next(at('.real.')) });
    symlinkSync('../elsewhere/site', at('real/link'));
    expect(await open(at('real/link'))).toMatchObject({ folder: at('elsewhere/site') });
  });

  test('is inside an output folder that is a mount point', async () => {
    writeFiles(at('dist'), site);
    const isAcross = (operation: Operation): boolean =>
      isMoveIn(operation) && !operation.file.startsWith(at('dist/'));
    const output = await openWithFailures(at('dist'), 'EXDEV', isAcross);
    expect(output.next).toBe(next(at('dist/.narani.')));
    closeOutput(output);
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readdirSync(at('dist')).sort()).toEqual(['.git', '.narani', 'index.html']);
  });

  test('is inside an output folder whose parent is not writable', async () => {
    writeFiles(at('dist'), site);
    const isBeside = ({ name, file }: Operation): boolean =>
      name === 'mkdirSync' && file.startsWith(at('.dist.'));
    const output = await openWithFailures(at('dist'), 'EACCES', isBeside);
    expect(output.next).toBe(next(at('dist/.narani.')));
  });
});

test('A site that a killed build moved away is brought back, and its temporary folders are deleted', async () => {
  writeFiles(root, {
    '.dist.last/index.html': 'old',
    '.dist.last/.narani': 'index.html\n',
    '.dist.next-99999999/a': '',
  });
  writeFiles(at('dist'), { '.git/HEAD': 'ref' });
  closeOutput(await open(at('dist')));
  expect(readdirSync(root)).toEqual(['dist']);
  expect(readdirSync(at('dist')).sort()).toEqual(['.git', '.narani', 'index.html']);
});

describe('An output is refused, and nothing is left behind,', () => {
  test.each<[why: string, prepare: () => void, message: string]>([
    [
      'if it contains what no build wrote',
      () => {
        writeFiles(at('dist'), { 'thesis.txt': '' });
      },
      'it contains thesis.txt, which no build has written',
    ],
    [
      'if it is a file',
      () => {
        writeFileSync(at('dist'), '');
      },
      'it is not a folder',
    ],
    [
      'if it is a link to the content',
      () => {
        symlinkSync('content', at('dist'));
        mkdirSync(at('content'));
      },
      'it contains, or is inside, a folder that the site is built from',
    ],
  ])('%s', async (_, prepare, message) => {
    prepare();
    const before = readdirSync(root);
    await expect(open(at('dist'))).rejects.toThrow(message);
    expect(readdirSync(root)).toEqual(before);
  });

  test('if it is not writable', async () => {
    writeFiles(at('dist'), site);
    await expect(openWithFailures(at('dist'), 'EROFS', isMoveIn)).rejects.toThrow('EROFS');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('with the folders that were created for it', async () => {
    const output = await open(at('a/b/dist'));
    expect(existsSync(at('a/b'))).toBe(true);
    closeOutput(output);
    expect(readdirSync(root)).toEqual([]);
  });
});
