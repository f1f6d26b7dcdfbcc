import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { cacheFolder } from '../cache/index.ts';
import { formatReport } from '../diagnostics/index.ts';
import { openTexts, readBody, type StoredEntry } from '../texts/index.ts';
import { pack } from './stored.ts';
import { loadOnChange } from './watch-content.ts';

type DataEntry = Parameters<LoaderContext['store']['set']>[0];

/** Options of the loaders. */
export interface LoaderOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** The instant of the build. */
  now: Date;
}

/**
 * Loads every entry of the content folder into Astro's content layer, rendered to HTML. A build with errors stops, and its error
 * message lists all of them; in development, entries with errors are stored too, and their pages show the errors.
 */
export function entriesLoader({ content, now }: LoaderOptions): Loader {
  return {
    name: 'narani-entries',
    async load({ config, watcher, store, logger }) {
      const root = fileURLToPath(config.root);
      const publicFolder = fileURLToPath(config.publicDir);
      const cache = cacheFolder(config.cacheDir);
      const mode = watcher === undefined ? 'build' : 'preview';
      const texts = openTexts({ content, publicFolder, now, root, cache, mode });
      const load = async (): Promise<void> => {
        const { entries, diagnostics } = await texts.load();
        if (mode === 'preview' && diagnostics.length > 0) logger.warn(`\n${formatReport(diagnostics)}`);
        replaceEntries(store, await Promise.all(entries.map(async (entry) => toData(entry, cache))));
      };
      if (watcher === undefined) await load();
      else await loadOnChange(watcher, [content, publicFolder], load, logger);
    },
  };
}

async function toData(entry: StoredEntry, cache: string): Promise<DataEntry> {
  const { html, markdown, pictures } = await readBody(cache, entry.content);
  return {
    id: entry.id,
    data: pack(entry),
    body: markdown,
    filePath: entry.file,
    rendered: { html, metadata: { imagePaths: [...pictures] } },
    assetImports: [...pictures],
  };
}

/**
 * Makes these the only entries of the store. It is synchronous: Astro writes the whole store to disk each time that it has not changed
 * for half a second.
 */
function replaceEntries(store: LoaderContext['store'], entries: readonly DataEntry[]): void {
  const unused = new Set(store.keys());
  for (const entry of entries) {
    // Storing an entry again registers its pictures with Astro for this run.
    store.delete(entry.id);
    store.set(entry);
    unused.delete(entry.id);
  }
  for (const id of unused) store.delete(id);
}
