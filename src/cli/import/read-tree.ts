import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { sortTree, type FoundItem, type PostFile } from '../../import/index.ts';
import type { Locale } from '../../locale/index.ts';

/** The texts below a folder with what is in them, and what there is to tell of all else there. */
export async function readTree(
  folder: string,
  root: string,
  locales: readonly Locale[],
): Promise<{ files: PostFile[]; diagnostics: Diagnostic[] }> {
  const name = path.relative(root, folder) || '.';
  const items = await listItems(folder, '', locales);
  const { texts, diagnostics } = sortTree(items, name, locales);
  const read = await Promise.all(
    texts.map(async ({ name: own, slug, locale }): Promise<PostFile | Diagnostic> => {
      const file = `${name}/${own}`;
      try {
        return { file, slug, locale, bytes: await readFile(path.join(folder, own)) };
      } catch (error) {
        return unreadable(file, error);
      }
    }),
  );
  const files = read.flatMap((each) => ('bytes' in each ? [each] : []));
  return { files, diagnostics: [...diagnostics, ...read.flatMap((each) => ('rule' in each ? [each] : []))] };
}

/** What stands below a folder, in order. Folders that are no language's may hold anything, and are not looked into. */
async function listItems(folder: string, below: string, locales: readonly Locale[]): Promise<FoundItem[]> {
  const found = await readdir(path.join(folder, below), { withFileTypes: true });
  const visible = found
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const items: FoundItem[] = [];
  for (const item of visible) {
    const name = below === '' ? item.name : `${below}/${item.name}`;
    items.push({ name, type: typeOf(item) });
    const isOpen = below !== '' || locales.includes(name);
    if (item.isDirectory() && isOpen) items.push(...(await listItems(folder, name, locales)));
  }
  return items;
}

function typeOf(item: {
  isFile: () => boolean;
  isDirectory: () => boolean;
  isSymbolicLink: () => boolean;
}): FoundItem['type'] {
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
    what: `Unexpected file that can't be read: ${error instanceof Error ? error.message : String(error)}`,
    why: 'Its text would be left behind.',
    fix: 'Give yourself the right to read it, or take it out of the folder.',
  };
}
