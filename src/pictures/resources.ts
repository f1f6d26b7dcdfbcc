import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { digestSources } from '../cache/index.ts';

/** Hashes the code that renders images, and the lock file, in the project with this root. */
export function digestRenderingCode(root: string): string {
  return digestSources(root, ['src/identity', 'src/pictures']);
}

const folder = 'pretendard/dist/public/static/';

/** Reads a font file of the project with this root. It is resolved from there because the bundled code may be anywhere. */
export async function readFontFile(root: string, name: string): Promise<Buffer> {
  const { resolve } = createRequire(path.join(root, 'package.json'));
  return readFile(resolve(folder + name));
}
