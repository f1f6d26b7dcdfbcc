import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Content, Settings } from './content.ts';
import { createFolderMemory, type FolderMemory } from './folder-memory.ts';
import { readFolders, type FolderContent, type ReadingMemories } from './folder.ts';
import { reportName } from './decode-name.ts';
import { listFiles, type FileList } from './list-files.ts';
import { isMoved } from './moved.ts';
import { createSettingsReader } from './settings-files.ts';

/** The folders a site is built from, as absolute paths. */
export interface ContentFolders {
  content: string;
  /** Files that are copied unchanged; the folder is optional, and so is `public` in the folder of the content. */
  publicFolder: string;
  /** File names in messages are relative to this folder. */
  root: string;
}

/**
 * Lists the folders with files that are published as they are: the project's, and `public` in the folder of the content, whose files
 * replace those of the same name.
 */
export function publicFolders({ content, publicFolder }: Omit<ContentFolders, 'root'>): string[] {
  return [...new Set([publicFolder, path.join(content, 'public')])];
}

/**
 * Reads all content of a site, with diagnostics for every file that is malformed. Begins again if a file or folder was renamed or
 * deleted between listing and reading it.
 */
export async function readContent(folders: ContentFolders): Promise<Content> {
  return createContentReader(folders)();
}

/**
 * Returns a function that reads content as {@link readContent} does, again and again. A folder that has not changed since the last
 * call is not read again, and its entries are the same objects; so are settings.
 */
export function createContentReader(
  folders: ContentFolders,
  memories: ReadingMemories = {},
): () => Promise<Content> {
  const memory = createFolderMemory<FolderContent>();
  const settings = createSettingsReader(folders.content, folders.root);
  return async () => {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await readOnce(folders, await settings(), { ...memories, memory });
      } catch (error) {
        if (attempts === 10 || !isMoved(error)) throw error;
        await setTimeout(attempts * 10);
      }
    }
  };
}

async function readOnce(
  { content, publicFolder, root }: ContentFolders,
  settings: Settings,
  memories: ReadingMemories & { memory: FolderMemory<FolderContent> },
): Promise<Content> {
  const { locales } = settings.site;
  const folders = await readFolders(content, root, { locales, ...memories });
  const published = publicFolders({ content, publicFolder }).map((folder) => ({
    folder,
    ...listPublic(folder),
  }));
  return {
    ...settings,
    entries: folders.flatMap(({ entries }) => entries),
    unreadable: folders.flatMap(({ unreadable }) => unreadable),
    publicFiles: new Set(published.flatMap(({ files }) => files.map(({ name }) => name))),
    redirects: await readRedirects(publicFolders({ content, publicFolder }), root),
    diagnostics: [
      ...settings.diagnostics,
      ...published.flatMap(({ folder, undecodable }) =>
        undecodable.map((name) => reportName(name, path.relative(root, folder))),
      ),
      ...folders.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

async function readRedirects(folders: readonly string[], root: string): Promise<Content['redirects']> {
  for (const folder of folders.toReversed()) {
    const file = path.join(folder, '_redirects');
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { file: path.relative(root, file), text };
  }
  return undefined;
}

/** Lists the public folder, which is optional. */
function listPublic(folder: string): FileList {
  try {
    return listFiles(folder);
  } catch {
    return { files: [], undecodable: [] };
  }
}
