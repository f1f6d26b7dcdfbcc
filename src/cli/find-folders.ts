import { suggest } from '../diagnostics/index.ts';
import { folderOf } from '../model/index.ts';
import type { Content } from '../sources/index.ts';

/** Lists the folders of all articles and pages, such as `articles/ps-vs-top`. */
export function listFolders({ entries, unreadable }: Pick<Content, 'entries' | 'unreadable'>): string[] {
  return [...new Set([...entries, ...unreadable].map(folderOf))].sort();
}

/** Returns the folders that an argument of a command can name: a slug, a folder, or a path that a shell has completed. */
export function findFolders(argument: string, folders: readonly string[]): string[] {
  const plain = toFolderName(argument);
  return folders.filter((folder) => folder === plain || slugOf(folder) === plain);
}

/** Returns what is wrong with an argument that should name one folder, or `undefined` if it does. */
export function explainFolder(
  argument: string,
  found: readonly string[],
  folders: readonly string[],
): string | undefined {
  if (found.length === 1) return undefined;
  if (found.length > 1) return `\`${argument}\` is ambiguous: write ${found.join(' or ')}`;
  const nearest = suggest(toFolderName(argument), [...new Set(folders.map(slugOf))]);
  // Only a near match is suggested: a list of all articles would be too long.
  return `Unknown article \`${argument}\`${nearest.startsWith(':') ? nearest : ', expected the name of a folder in articles/ or pages/'}`;
}

/** Returns the name of an article or page from an argument: `tail`, or `articles/tail` for a path that a shell has completed. */
export function toFolderName(argument: string): string {
  const [, name] = /(?:^|[\\/])((?:articles|pages)[\\/][^\\/]+)/.exec(argument) ?? [];
  return (name ?? argument).normalize('NFC').replaceAll('\\', '/').replace(/\/+$/, '');
}

function slugOf(folder: string): string {
  return folder.replace(/^[^/]*\//, '');
}
