import path from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { manifestName } from '../contract/index.ts';
import { buildIndex, type AnalyzeAll } from './build-index.ts';
import { createPageCache, pagesChangedBy, type PageName } from './page-cache.ts';
import type { SearchSettings } from './settings.ts';

type ViteDevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Inputs of the development server's index. */
interface ServeOptions {
  settings: () => Promise<SearchSettings>;
  /** Base path of the site when the server was started: `/kb/`. */
  base: string;
  /** Absolute path of the content folder. */
  content: string;
  analyzeAll: AnalyzeAll;
  logger: Pick<AstroIntegrationLogger, 'error'>;
}

/**
 * Serves the files of a search index from a development server. A request for the manifest rebuilds the index if the
 * content has changed since, and fetches only the pages that the change may affect.
 */
export function serveSearch(
  server: ViteDevServer,
  { settings, base, content, analyzeAll, logger }: ServeOptions,
): void {
  const pages = createPageCache(async ({ locale, path: pagePath }) =>
    fetchPage(`${originOf(server)}${base}${locale}/${pagePath}`),
  );
  let index: Promise<Map<string, Uint8Array>> | undefined;
  let isStale = true;
  watchContent(server, content, (mayHaveChanged) => {
    pages.invalidate(mayHaveChanged);
    isStale = true;
  });
  const makeIndex = async (): Promise<Map<string, Uint8Array>> => {
    isStale = false;
    try {
      const site = await settings();
      return await buildIndex({ ...site, pages: await pages.get(site.pages) }, analyzeAll);
    } catch (error) {
      isStale = true;
      logger.error(`Can’t build the search index: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  };
  server.middlewares.use((request, response, next) => {
    const name = fileName(request.url ?? '', base);
    if (name === undefined) {
      next();
      return;
    }
    if (index === undefined || (name === manifestName && isStale)) index = makeIndex();
    index.then(
      (files) => {
        const file = files.get(name);
        response.statusCode = file === undefined ? 404 : 200;
        response.setHeader('Content-Type', contentType(name));
        response.setHeader('Cache-Control', 'no-store');
        response.end(file);
      },
      () => {
        response.statusCode = 503;
        response.end();
      },
    );
  });
}

/**
 * Calls back on each change of the content with a test for the pages it may affect. It calls back when a file changes
 * and again when Astro has read it, because a page fetched in between still has the old content.
 */
function watchContent(
  server: ViteDevServer,
  content: string,
  onChange: (mayHaveChanged: (page: PageName) => boolean) => void,
): void {
  let pending: ((page: PageName) => boolean)[] = [];
  server.watcher.on('all', (_event, file) => {
    const relative = path.relative(content, path.resolve(file));
    const isContent = !relative.startsWith('..') && !path.isAbsolute(relative);
    if (isContent) pending.push(pagesChangedBy(relative));
    else if (!path.basename(file).startsWith(dataStore)) return;
    const changes = pending;
    onChange((page) => changes.some((mayHaveChanged) => mayHaveChanged(page)));
    if (!isContent) pending = [];
  });
}

/** Prefix of the files in which Astro stores content it has read. */
const dataStore = 'data-store';

/** Returns the name of the index file that an address requests, or `undefined` if it requests something else. */
function fileName(address: string, base: string): string | undefined {
  const [pathname = ''] = address.split(/[?#]/);
  const withoutBase = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return withoutBase.startsWith('search/') ? withoutBase.slice('search/'.length) : undefined;
}

function originOf({ resolvedUrls }: ViteDevServer): string {
  return new URL(resolvedUrls?.local[0] ?? 'http://localhost:4321').origin;
}

/** Fetches a page, or returns `undefined` if it has an error, which the page itself shows its author. */
async function fetchPage(address: string): Promise<string | undefined> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  return response.ok ? response.text() : undefined;
}

function contentType(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
