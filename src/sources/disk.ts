import type { Content } from './content.ts';
import { readFolders } from './folder.ts';
import { listFiles } from './list-files.ts';
import { readSettings } from './settings-files.ts';

/** Where all that a site is made of stands, as absolute paths. */
export interface ContentFolders {
  /** The content folder. */
  content: string;
  /** The folder of files that are published as they are; there need not be one. */
  publicFolder: string;
  /** What file names in messages are relative to. */
  root: string;
}

/** Read all content of a site, and find everything wrong with its form. */
export async function readContent({ content, publicFolder, root }: ContentFolders): Promise<Content> {
  const settings = await readSettings(content, root);
  const folders = await readFolders(content, root, settings.site.locales);
  const published = await listFiles(publicFolder).catch(() => []);
  return {
    ...settings,
    entries: folders.flatMap(({ entries }) => entries),
    unreadable: folders.flatMap(({ unreadable }) => unreadable),
    publicFiles: new Set(published.map(({ name }) => name)),
    diagnostics: [...settings.diagnostics, ...folders.flatMap(({ diagnostics }) => diagnostics)],
  };
}
