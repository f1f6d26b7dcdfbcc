import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A file below a folder. */
export interface FoundFile {
  /** Path within the folder, with `/` and in NFC. */
  name: string;
  /** Absolute path, as the disk spells it. */
  path: string;
}

/** All files below a folder, hidden ones too, in order of their names. */
export async function listFiles(directory: string): Promise<FoundFile[]> {
  const items = await readdir(directory, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .map((file) => ({
      name: path.relative(directory, file).split(path.sep).join('/').normalize('NFC'),
      path: file,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
