import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findTexts, type PostFile, type TreeItem } from '../../import/index.ts';
import type { Locale } from '../../locale/index.ts';
import { listItems, reportName } from '../../sources/index.ts';

/** Reads the texts in a folder’s language folders. Reports every other file and folder in it. */
export async function readTree(
  folder: string,
  root: string,
  locales: readonly Locale[],
): Promise<{ files: PostFile[]; diagnostics: Diagnostic[] }> {
  const name = path.relative(root, folder) || '.';
  const { items, diagnostics: misnamed } = listTree(folder, '', { name, locales });
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
  const failed = read.flatMap((each) => ('rule' in each ? [each] : []));
  return { files, diagnostics: [...misnamed, ...diagnostics, ...failed] };
}

/** Lists files and folders recursively, in order. Enters a top-level folder only if it is named by a language. */
function listTree(
  folder: string,
  below: string,
  tree: { name: string; locales: readonly Locale[] },
): { items: TreeItem[]; diagnostics: Diagnostic[] } {
  const found = listItems(path.join(folder, below));
  const items: TreeItem[] = [];
  const diagnostics = found.undecodable.map((each) => reportName(each, path.join(tree.name, below)));
  for (const item of found.items.filter(({ name }) => !name.startsWith('.'))) {
    const name = below === '' ? item.name : `${below}/${item.name}`;
    items.push({ name, type: item.type });
    const isEntered = below !== '' || tree.locales.includes(name);
    if (item.type !== 'folder' || !isEntered) continue;
    const inside = listTree(folder, name, tree);
    items.push(...inside.items);
    diagnostics.push(...inside.diagnostics);
  }
  return { items, diagnostics };
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
