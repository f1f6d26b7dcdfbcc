import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { drawPictures } from './pictures.ts';
import { createFolder, writeFiles } from '../tools/sites/run.ts';

/** A folder with these files, their paths from there and empty PNGs as pictures of one pixel; it is gone when the test is over. */
export function contentFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = createFolder('content');
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFiles(folder, drawPictures(files));
  return folder;
}
