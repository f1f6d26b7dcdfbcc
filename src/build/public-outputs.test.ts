import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { colors } from '../identity/colors.ts';
import { listPublicOutputs } from './public-outputs.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narani-public-'));
  mkdirSync(path.join(folder, 'a'));
  writeFileSync(path.join(folder, 'a/b.txt'), 'text');
  writeFileSync(path.join(folder, '_redirects'), '/old /new\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const namesOf = async (): Promise<string[]> =>
  (await listPublicOutputs([folder], { base: '/' })).map(({ file }) => file);

test('A link is published as what it points to, and links in a circle have an end', async () => {
  symlinkSync('b.txt', path.join(folder, 'a/link.txt'));
  symlinkSync('a', path.join(folder, 'c'));
  for (const name of ['up', 'again']) symlinkSync('.', path.join(folder, 'a', name));
  symlinkSync('nowhere', path.join(folder, 'broken'));
  expect(await namesOf()).toEqual(['_redirects', 'a/b.txt', 'a/link.txt', 'c/b.txt', 'c/link.txt']);
});

test('Rules for the host get the base path; other files are copies', async () => {
  const [rules, text] = await listPublicOutputs([folder], { base: '/kb/' });
  expect(Buffer.from((await rules?.make()) as Uint8Array).toString()).toBe('/kb/old /kb/new\n');
  expect(await text?.make()).toEqual({ copyOf: path.join(folder, 'a/b.txt') });
});

test('Redirects of the content precede those of the public folder, which need not have any', async () => {
  const textOf = async (): Promise<string> => {
    const outputs = await listPublicOutputs([folder], { base: '/kb/' }, '/kb/a /kb/b 301\n');
    const made = await outputs.find(({ file }) => file === '_redirects')?.make();
    return Buffer.from(made as Uint8Array).toString();
  };
  expect(await textOf()).toBe('/kb/a /kb/b 301\n/kb/old /kb/new\n');
  rmSync(path.join(folder, '_redirects'));
  expect(await textOf()).toBe('/kb/a /kb/b 301\n');
});

test('A change of a file or of the base changes its key', async () => {
  const keysOf = async (base: string): Promise<string[]> =>
    (await listPublicOutputs([folder], { base })).map(({ key }) => key);
  const before = await keysOf('/');
  expect(await keysOf('/')).toEqual(before);
  expect((await keysOf('/kb/'))[0]).not.toBe(before[0]);
  writeFileSync(path.join(folder, 'a/b.txt'), 'more text');
  expect((await keysOf('/'))[1]).not.toBe(before[1]);
});

test('The style of feeds has the accent of the site', async () => {
  writeFileSync(path.join(folder, 'feed.css'), `a { color: light-dark(${colors.light.accent}, #fff) }`);
  const read = async (accent?: string): Promise<string> => {
    const outputs = await listPublicOutputs([folder], { base: '/', accent });
    const made = await outputs.find(({ file }) => file === 'feed.css')?.make();
    return Buffer.from(made as Uint8Array).toString();
  };
  expect(await read()).toBe(`a { color: light-dark(${colors.light.accent}, #fff) }`);
  expect(await read('#0b1f4d')).toBe('a { color: light-dark(#0b1f4d, #fff) }');
});

test('A file of a later folder replaces one of the same name, and headers are added', async () => {
  const own = path.join(folder, 'own');
  mkdirSync(path.join(own, 'a'), { recursive: true });
  for (const [file, text] of [
    ['_headers', '/*\n  X-A: 1\n'],
    ['own/_headers', '/x/*\n  X-B: 2\n'],
    ['own/a/b.txt', 'own'],
    ['own/_redirects', '/from /to\n'],
  ] as const)
    writeFileSync(path.join(folder, file), text);
  const outputs = await listPublicOutputs([folder, own], { base: '/' });
  const made = async (name: string): Promise<string> =>
    Buffer.from((await outputs.find(({ file }) => file === name)?.make()) as Uint8Array).toString();
  expect(await outputs.find(({ file }) => file === 'a/b.txt')?.make()).toEqual({
    copyOf: path.join(own, 'a/b.txt'),
  });
  expect(await made('_headers')).toMatch(/X-A: 1[\s\S]*X-B: 2/);
  expect(await made('_redirects')).toBe('/from /to\n');
});
