import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim, createProcessFolder } from './claim.ts';

let root = '';
let other: ChildProcess;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-claim-'));
  other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 100_000)']);
});
afterEach(() => {
  other.kill();
  rmSync(root, { recursive: true });
});

const prefix = (): string => path.join(root, '.dist.next-');

describe('A claim', () => {
  test('creates a folder for this process', async () => {
    expect(await claim(prefix())).toBe(`${prefix()}${process.pid}`);
    expect(readdirSync(root)).toEqual([`.dist.next-${process.pid}`]);
  });

  test('fails while another process has a folder, and succeeds after it was killed', async () => {
    const { pid = 0 } = other;
    mkdirSync(`${prefix()}${pid}/ko`, { recursive: true });
    expect(await claim(prefix())).toBe(pid);
    expect(readdirSync(root)).toEqual([`.dist.next-${pid}`]);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await claim(prefix())).toBe(`${prefix()}${process.pid}`);
    expect(readdirSync(root)).toEqual([`.dist.next-${process.pid}`]);
  });

  test('replaces a folder of an earlier process with the same id', async () => {
    mkdirSync(`${prefix()}${process.pid}/ko`, { recursive: true });
    const own = await claim(prefix());
    expect(readdirSync(String(own))).toEqual([]);
  });

  test('ignores a folder that was not touched for long: another program has got its process id', async () => {
    const abandoned = `${prefix()}${other.pid ?? 0}`;
    mkdirSync(abandoned);
    utimesSync(abandoned, new Date(), new Date(Date.now() - 3_600_000));
    expect(await claim(prefix())).toBe(`${prefix()}${process.pid}`);
    expect(readdirSync(root)).toEqual([`.dist.next-${process.pid}`]);
  });

  test('leaves other files alone', async () => {
    const others = ['.dist.next-1a', '.dist.next-', 'dist', '.other.next-99999999'];
    for (const name of others) mkdirSync(path.join(root, name));
    await claim(prefix());
    expect(readdirSync(root)).toEqual(expect.arrayContaining(others));
  });
});

test('Folders of several processes are listed', () => {
  mkdirSync(`${prefix()}${other.pid ?? 0}`);
  expect(createProcessFolder(prefix())).toEqual({
    path: `${prefix()}${process.pid}`,
    others: [other.pid],
  });
});
