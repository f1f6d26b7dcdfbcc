import { rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createContentFolder } from '../testing/build-content.ts';
import { readAssets } from './assets.ts';
import type { Asset } from './content.ts';

const svg = (attributes: string): string => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`;

async function read(directory: string, name: string): Promise<Asset | undefined> {
  return (await readAssets(directory, [{ name, path: path.join(directory, name) }])).get(name);
}

test('A file beside a text has its size, and the picture in it', async () => {
  const directory = createContentFolder({ 'a.svg': svg('width="9" height="8"') });
  expect(await read(directory, 'a.svg')).toMatchObject({
    path: 'a.svg',
    bytes: 62,
    picture: { ending: 'svg', width: 9, height: 8 },
  });
});

test('A large file that is no picture is not read whole', async () => {
  const directory = createContentFolder({});
  // A sparse file: reading it whole would need more memory than Node gives one buffer.
  writeFileSync(path.join(directory, 'a.mp4'), '\0\0\0\x18ftypmp42');
  truncateSync(path.join(directory, 'a.mp4'), 8 * 1024 ** 3);
  expect((await read(directory, 'a.mp4'))?.picture).toMatchObject({
    what: 'it is not a picture of a known format',
  });
});

test('A picture that was changed is read again, even if its length is the same', async () => {
  const directory = createContentFolder({ 'a.svg': svg('width="9" height="8"') });
  expect((await read(directory, 'a.svg'))?.picture).toMatchObject({ width: 9 });
  const file = path.join(directory, 'a.svg');
  rmSync(file);
  writeFileSync(file, svg('width="7" height="8"'));
  utimesSync(file, 1, 1);
  expect((await read(directory, 'a.svg'))?.picture).toMatchObject({ width: 7 });
});
