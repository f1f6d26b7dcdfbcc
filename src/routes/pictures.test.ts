import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planPicture } from '../library/index.ts';
import { readPicture } from '../sources/index.ts';
import { entry, mark, site, storedEntry } from '../testing/builders.ts';
import type { StoredPicture } from '../texts/index.ts';
import { listPictures } from './pictures.ts';
import { groupContent } from './site-content.ts';

let root = '';
let cache = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-pictures-'));
  cache = path.join(root, 'cache');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const bitmap = await sharp({ create: { width: 700, height: 50, channels: 3, background: '#c8285a' } })
  .png()
  .toBuffer();
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" onload="x()"><rect/></svg>';

/** Writes a picture and returns what is stored about it. */
async function write(file: string, bytes: string | Uint8Array): Promise<StoredPicture> {
  writeFileSync(path.join(root, file), bytes);
  const picture = await readPicture(Buffer.from(bytes));
  if ('what' in picture) throw new Error(picture.what);
  const { src, size, candidates, ending, digest } = planPicture(file, picture, '/kb/');
  return { src, size, candidates, ending, digest, file };
}

function list(pictures: readonly StoredPicture[]) {
  const settings = {
    site: site({ base: '/kb/' }),
    topics: {},
    today: '2026-06-01' as const,
    isPreview: false,
  };
  const stored = storedEntry(entry({ date: '2026-01-01' }), { pictures });
  return listPictures(groupContent({ settings, entries: [stored], diagnostics: [] }, mark()), {
    root,
    cache,
  });
}

test('Every address of a picture has a file, once', async () => {
  const pictures = [await write('그림 1.png', bitmap), await write('a#b.svg', drawing)];
  const addresses = pictures.flatMap(({ src, candidates }) => [src, ...candidates.map((each) => each.src)]);
  const files = list([...pictures, ...pictures]).map(({ file }) => file);
  expect(files).toHaveLength(new Set(addresses).size);
  expect(new Set(files)).toEqual(new Set(addresses.map((each) => decodeURI(each).slice('/kb/'.length))));
});

test('The files of a bitmap have the widths that its addresses promise', async () => {
  const picture = await write('a.png', bitmap);
  const widths = await Promise.all(
    list([picture]).map(async ({ make }) => (await sharp(await make()).metadata()).width),
  );
  expect(widths).toEqual(picture.candidates.map(({ width }) => width));
});

test('Of a drawing only what is allowed is published', async () => {
  const [route] = list([await write('a.svg', drawing)]);
  expect(Buffer.from((await route?.make()) ?? []).toString()).toBe(drawing.replace(' onload="x()"', ''));
});

test('A picture with two names is encoded once, and has an address for each', async () => {
  const routes = list([await write('a.png', bitmap), await write('b.png', bitmap)]);
  expect(routes).toHaveLength(4);
  for (const { make } of routes) await make();
  expect(readdirSync(path.join(cache, 'pictures'))).toHaveLength(2);
});

test('A picture that was changed after it was read is not published', async () => {
  const picture = await write('a.svg', drawing);
  writeFileSync(path.join(root, 'a.svg'), drawing.replace('4', '5'));
  await expect(list([picture])[0]?.make()).rejects.toThrow('a.svg was changed while');
});
