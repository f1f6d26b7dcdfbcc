import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Folders whose code decides what a text becomes, and the list of packages they use. */
const renderers = [
  'src/check',
  'src/diagnostics',
  'src/library',
  'src/loader',
  'src/locale',
  'src/markdown',
  'src/model',
  'src/sources',
];

/** Digest of the program that turns texts into HTML: its sources and the exact packages it uses. */
export async function digestCode(root: string): Promise<string> {
  const folders = await Promise.all(renderers.map((folder) => listSources(path.join(root, folder))));
  const hash = createHash('sha256');
  for (const file of [...folders.flat(), path.join(root, 'package-lock.json')]) {
    hash.update(path.relative(root, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function listSources(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile() && !item.name.endsWith('.test.ts'))
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}
