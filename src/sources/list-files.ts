import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeName, type UndecodableName } from './decode-name.ts';

// Reading is synchronous: a site has thousands of small files, and waiting for each would take longer than reading it.

/** A file in a folder or its subfolders. */
export interface FoundFile {
  /** Path relative to the folder, in NFC, with `/` on every system. */
  name: string;
  /** Absolute path, as spelled on disk. */
  path: string;
}

/** The files in a folder and its subfolders, and the names of files and folders that are not UTF-8, relative to the folder. */
export interface FileList {
  files: FoundFile[];
  undecodable: UndecodableName[];
}

/** Lists all files in a folder and its subfolders, including hidden ones, sorted by name. */
export function listFiles(directory: string): FileList {
  const list: FileList = { files: [], undecodable: [] };
  addFiles(list, directory, '');
  list.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return list;
}

function addFiles(list: FileList, directory: string, below: string): void {
  const { items, undecodable } = listItems(directory);
  for (const { escaped, guess } of undecodable)
    list.undecodable.push({ escaped: below + escaped, guess: below + guess });
  for (const { name, type } of items) {
    const full = path.join(directory, name);
    if (type === 'file') list.files.push({ name: (below + name).normalize('NFC'), path: full });
    else if (type === 'folder') addFiles(list, full, `${below}${name}/`);
  }
}

/** The entries directly in a folder, sorted by name, and the names that are not UTF-8. */
export interface ItemList {
  items: { name: string; type: 'file' | 'folder' | 'link' | 'other' }[];
  undecodable: UndecodableName[];
}

/** Lists a folder without its subfolders, including hidden files. */
export function listItems(directory: string): ItemList {
  const list: ItemList = { items: [], undecodable: [] };
  for (const item of readdirSync(directory, { withFileTypes: true, encoding: 'buffer' })) {
    const name = decodeName(item.name);
    if (typeof name !== 'string') list.undecodable.push(name);
    else list.items.push({ name, type: typeOf(item) });
  }
  list.items.sort((a, b) => (a.name < b.name ? -1 : 1));
  return list;
}

function typeOf(item: Dirent<Buffer>): ItemList['items'][number]['type'] {
  if (item.isFile()) return 'file';
  if (item.isDirectory()) return 'folder';
  return item.isSymbolicLink() ? 'link' : 'other';
}
