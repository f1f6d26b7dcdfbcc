import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Returns a content hash of code, as part of the key of what it produces: the files in these folders of the project, tests
 * excepted, and `package-lock.json`, which pins the versions of the packages they use. Reads synchronously, as waiting for each of
 * hundreds of small files takes longer than reading it.
 */
export function digestSources(root: string, folders: readonly string[]): string {
  const files = folders.map((folder) => listSources(path.join(root, folder)));
  const hash = createHash('sha256');
  for (const file of [...files.flat(), path.join(root, 'package-lock.json')]) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listSources(folder: string): string[] {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile() && !item.name.endsWith('.test.ts'))
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}
