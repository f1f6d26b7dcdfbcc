import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Returns a content hash of code, as part of the key of what it produces: the files in these folders of the project, tests
 * excepted, and `package-lock.json`, which pins the versions of the packages they use.
 */
export async function digestSources(root: string, folders: readonly string[]): Promise<string> {
  const files = await Promise.all(folders.map((folder) => listSources(path.join(root, folder))));
  const hash = createHash('sha256');
  for (const file of [...files.flat(), path.join(root, 'package-lock.json')]) {
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
