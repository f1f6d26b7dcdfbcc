import { mkdirSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolveFolders, type Folders } from '../environment/index.ts';
import { createProcessFolder } from './claim.ts';
import { root } from './root.ts';

/**
 * Changes the working directory to the project, because Astro puts some temporary files there. Returns the folders that the environment
 * states, relative to the directory that was left.
 */
export function enterProject(directory: string): Folders {
  const folders = resolveFolders(process.env, directory);
  // Read again by the configuration of Astro.
  process.env.CONTENT_DIR = folders.content;
  process.env.OUT_DIR = folders.output;
  process.chdir(root);
  return folders;
}

/** A folder of this process for temporary files of Astro. */
interface AstroFolder {
  path: string;
  /** Returns whether a file is in the folder of another process. */
  isOthers: (file: string) => boolean;
  remove: () => void;
}

/**
 * Gives this process its own folder for what Astro writes to `.astro` and reads back. Otherwise, two processes that run in one checkout
 * would read what the other has half written. Must be called before `astro` is imported.
 */
export function useOwnAstroFolder(): AstroFolder {
  mkdirSync(path.join(root, '.astro'), { recursive: true });
  const prefix = path.join(root, '.astro/run-');
  const folder = createProcessFolder(prefix).path;
  // Astro has no setting for this folder.
  const original = 'new URL(".astro/", config.root)';
  const replacement = `new URL(${JSON.stringify(`${pathToFileURL(folder).href}/`)})`;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith('/astro/dist/core/config/settings.js')) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString();
      if (!source.includes(original)) throw new Error(`${url} does not contain ${original}`);
      return { ...loaded, source: source.replace(original, replacement) };
    },
  });
  return {
    path: folder,
    isOthers: (file) =>
      file.startsWith(prefix) && file !== folder && !file.startsWith(`${folder}${path.sep}`),
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
