import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findTexts, type PostFile, type TreeItem } from '../../import/index.ts';
import type { Locale } from '../../locale/index.ts';

/** Reads the texts in a folder’s language folders. Reports every other file and folder in it. */
export async function readTree(
  folder: string,
  root: string,
  locales: readonly Locale[],
): Promise<{ files: PostFile[]; diagnostics: Diagnostic[] }> {
  const name = path.relative(root, folder) || '.';
  const items = await listItems(folder, '', locales);
  const { texts, diagnostics } = findTexts(items, name, locales);
  const read = await Promise.all(
    texts.map(async ({ name: relativeName, slug, locale }): Promise<PostFile | Diagnostic> => {
      const file = `${name}/${relativeName}`;
      try {
        return { file, slug, locale, bytes: await readFile(path.join(folder, relativeName)) };
      } catch (error) {
        return unreadable(file, error);
      }
    }),
  );
  const files = read.flatMap((each) => ('bytes' in each ? [each] : []));
  return { files, diagnostics: [...diagnostics, ...read.flatMap((each) => ('rule' in each ? [each] : []))] };
}

/** Lists files and folders recursively, in order. Enters a top-level folder only if it is named by a language. */
async function listItems(folder: string, below: string, locales: readonly Locale[]): Promise<TreeItem[]> {
  const found = await readdir(path.join(folder, below), { withFileTypes: true });
  const visible = found
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const items: TreeItem[] = [];
  for (const item of visible) {
    const name = below === '' ? item.name : `${below}/${item.name}`;
    items.push({ name, type: typeOf(item) });
    const isEntered = below !== '' || locales.includes(name);
    if (item.isDirectory() && isEntered) items.push(...(await listItems(folder, name, locales)));
  }
  return items;
}

function typeOf(item: {
  isFile: () => boolean;
  isDirectory: () => boolean;
  isSymbolicLink: () => boolean;
}): TreeItem['type'] {
  if (item.isFile()) return 'file';
  if (item.isDirectory()) return 'folder';
  return item.isSymbolicLink() ? 'link' : 'other';
}

function unreadable(file: string, error: unknown): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'import/unreadable',
    severity: 'error',
    what: `Cannot read this file: ${error instanceof Error ? error.message : String(error)}`,
    why: 'Its text would be missing from the import.',
    fix: 'Check the file’s permissions, or remove it from the folder.',
  };
}
