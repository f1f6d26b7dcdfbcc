import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../../cache/index.ts';
import { buildIndex } from './build-index.ts';
import { serveSearch } from './dev-server.ts';
import { keepAnalyses } from './keep-analyses.ts';
import type { SearchablePage } from './searchable-site.ts';
import type { SearchSettings } from './settings.ts';

/** Folder of the index within a site. */
export const searchFolder = 'search';

/** What the index of a site is made of. */
export interface SearchIndexOptions {
  /** What search has to know of the site, as it is now. */
  settings: () => Promise<SearchSettings>;
  /** Absolute path of the folder in which a change may change what there is to find. */
  content: string;
}

/**
 * Search as an Astro integration: a build ends with an index of the pages that have a `data-pagefind-body`; the
 * development server makes one of the same pages when it is first asked for, and anew after a change of the content.
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
        serveSearch(server, { settings, base, content, analyseAll: keepAnalyses(cache), logger });
      },
      'astro:build:done': async ({ dir }) => {
        const site = await settings();
        const folder = fileURLToPath(dir);
        const pages = await Promise.all(site.pages.map(async (page) => readPage(folder, page)));
        const files = await buildIndex({ ...site, pages: pages.flat() }, keepAnalyses(cache));
        await writeFiles(path.join(folder, searchFolder), files);
      },
    },
  };
}

/** A page of a built site, if it has been built: drafts are not. */
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
