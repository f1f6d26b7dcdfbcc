import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../../cache/index.ts';
import { buildIndex } from './build-index.ts';
import { serveSearch } from './dev-server.ts';
import { cacheAnalyses } from './cached-analyses.ts';
import type { SearchablePage } from './searchable-site.ts';
import type { SearchSettings } from './settings.ts';

/** Folder of the index within a site. */
const searchFolder = 'search';

/** Options of the {@link searchIndex} integration. */
interface SearchIndexOptions {
  /** Reads the current settings of the site. */
  settings: () => Promise<SearchSettings>;
  /** Absolute path of the folder whose changes invalidate the development index. */
  content: string;
}

/**
 * Creates the Astro integration for search. A build ends with indexing the pages that have `data-pagefind-body`; the development
 * server indexes the same pages on the first query, and again after the content has changed.
 */
export function searchIndex({ settings, content }: SearchIndexOptions): AstroIntegration {
  let cache = '';
  let base = '/';
  return {
    name: 'narani:search',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = cacheFolder(config.cacheDir, 'search');
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:server:setup': ({ server, logger }) => {
        serveSearch(server, { settings, base, content, analyzeAll: cacheAnalyses(cache), logger });
      },
      'astro:build:done': async ({ dir }) => {
        const site = await settings();
        const folder = fileURLToPath(dir);
        const pages = await Promise.all(site.pages.map(async (page) => readPage(folder, page)));
        const files = await buildIndex({ ...site, pages: pages.flat() }, cacheAnalyses(cache));
        await writeFiles(path.join(folder, searchFolder), files);
      },
    },
  };
}

/** Reads a page of a built site. Returns an empty array if it was not built, as drafts are not. */
async function readPage(folder: string, page: SearchSettings['pages'][number]): Promise<SearchablePage[]> {
  const file = path.join(folder, page.locale, decodeURIComponent(page.path), 'index.html');
  const html = await readFile(file, 'utf8').catch(() => undefined);
  return html === undefined ? [] : [{ ...page, html }];
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
