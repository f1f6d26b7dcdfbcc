import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = 'pretendard/dist/public/static/';

/** A file of the font that pictures are set in, from the packages of the project with this root: the bundled code may stand anywhere. */
export async function readFontFile(root: string, name: string): Promise<Buffer> {
  const { resolve } = createRequire(path.join(root, 'package.json'));
  return readFile(resolve(folder + name));
}
