import type { Content } from './content.ts';
import { readFolders } from './folder.ts';
import { readSettings } from './settings-files.ts';

/**
 * Read all content of a site, and find everything wrong with its form.
 *
 * @param directory absolute path of the content folder
 * @param root absolute path that file names in messages are relative to
 */
export async function readContent(directory: string, root: string): Promise<Content> {
  const settings = await readSettings(directory, root);
  const folders = await readFolders(directory, root, settings.site.locales);
  return {
    ...settings,
    entries: folders.flatMap(({ entries }) => entries),
    unreadable: folders.flatMap(({ unreadable }) => unreadable),
    diagnostics: [...settings.diagnostics, ...folders.flatMap(({ diagnostics }) => diagnostics)],
  };
}
