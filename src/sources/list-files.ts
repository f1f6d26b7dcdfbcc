import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A file in a folder or its subfolders. */
export interface FoundFile {
  /** Path relative to the folder, in NFC, with `/` on every system. */
  name: string;
  /** Absolute path, as spelled on disk. */
  path: string;
}

/** Lists all files in a folder and its subfolders, including hidden ones, sorted by name. */
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
