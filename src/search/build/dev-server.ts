import path from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { manifestName } from '../contract/index.ts';
import { buildIndex, type AnalyseAll } from './build-index.ts';
import { keepPages, pagesChangedBy, type PageName } from './kept-pages.ts';
import type { SearchSettings } from './settings.ts';

type ViteDevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** What the development server's index is made of. */
export interface ServeOptions {
  settings: () => Promise<SearchSettings>;
  /** Folder that the server has the site in, which it has had since it was started: `/kb/`. */
  base: string;
  /** Absolute path of the content folder. */
  content: string;
  analyseAll: AnalyseAll;
  logger: Pick<AstroIntegrationLogger, 'error'>;
}

/**
 * Let a development server answer for the files of a search index. It is made when its manifest is asked for and
 * something has changed since the last; only pages that the change may have changed are asked for again.
 */
export function serveSearch(
  server: ViteDevServer,
  { settings, base, content, analyseAll, logger }: ServeOptions,
): void {
  const pages = keepPages(async ({ locale, path: way }) =>
    fetchPage(`${originOf(server)}${base}${locale}/${way}`),
  );
  let index: Promise<Map<string, Uint8Array>> | undefined;
  let isStale = true;
  watchContent(server, content, (mayHaveChanged) => {
    pages.forget(mayHaveChanged);
    isStale = true;
  });
  const makeIndex = async (): Promise<Map<string, Uint8Array>> => {
    isStale = false;
    try {
      const site = await settings();
      return await buildIndex({ ...site, pages: await pages.get(site.pages) }, analyseAll);
    } catch (error) {
      isStale = true;
      logger.error(`Search has no index: ${error instanceof Error ? error.message : String(error)}`);
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
 * Tell of each change of the content which pages it may have changed: once when a file has changed, and again when Astro
 * has read it, since a page that was asked for in between is still the old one.
 */
function watchContent(
  server: ViteDevServer,
  content: string,
  tell: (mayHaveChanged: (page: PageName) => boolean) => void,
): void {
  let unread: ((page: PageName) => boolean)[] = [];
  server.watcher.on('all', (_event, file) => {
    const way = path.relative(content, path.resolve(file));
    const isContent = !way.startsWith('..') && !path.isAbsolute(way);
    if (isContent) unread.push(pagesChangedBy(way));
    else if (!path.basename(file).startsWith(dataStore)) return;
    const changes = unread;
    tell((page) => changes.some((mayHaveChanged) => mayHaveChanged(page)));
    if (!isContent) unread = [];
  });
}

/** Beginning of the name of the files in which Astro keeps content that it has read. */
const dataStore = 'data-store';

/** Name of the file of the index that an address asks for, if it asks for one. */
function fileName(address: string, base: string): string | undefined {
  const [pathname = ''] = address.split(/[?#]/);
  const withoutBase = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return withoutBase.startsWith('search/') ? withoutBase.slice('search/'.length) : undefined;
}

function originOf({ resolvedUrls }: ViteDevServer): string {
  return new URL(resolvedUrls?.local[0] ?? 'http://localhost:4321').origin;
}

/** A page as it is served; nothing where it has an error, of which its author is told by the page itself. */
async function fetchPage(address: string): Promise<string | undefined> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  return response.ok ? response.text() : undefined;
}

function contentType(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
