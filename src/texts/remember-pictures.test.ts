import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openPack } from '../cache/index.ts';
import { readPicture, type Picture, type PictureFault } from '../sources/index.ts';
import { rememberPictures } from './remember-pictures.ts';

const bitmap = await sharp({ create: { width: 7, height: 5, channels: 3, background: '#c8285a' } })
  .png()
  .toBuffer();

test('Pictures and faults are remembered from one process to the next, by the bytes of their files', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-pictures-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const open = () => openPack<Picture | PictureFault>(folder, 'pictures', 'code');
  const files = [bitmap, bitmap.subarray(0, 60), Buffer.from('')];
  const first = rememberPictures(await open());
  for (const bytes of files) expect(await first.read(bytes)).toEqual(await readPicture(bytes));
  await first.save();
  const pack = await open();
  const computed: string[] = [];
  const second = rememberPictures({ ...pack, set: (key) => computed.push(key) });
  for (const bytes of files) expect(await second.read(bytes)).toEqual(await readPicture(bytes));
  expect(computed).toEqual([]);
});
