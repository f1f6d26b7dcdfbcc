import path from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { manifestName } from '../contract/index.ts';
import { buildIndex, type AnalyseAll } from './build-index.ts';
import type { SearchablePage } from './searchable-site.ts';
import type { SearchSettings } from './settings.ts';

type ViteDevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** What the development server's index is made of. */
export interface ServeOptions {
  settings: () => Promise<SearchSettings>;
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
  { settings, content, analyseAll, logger }: ServeOptions,
): void {
  const pages = new Map<string, SearchablePage>();
  let isStale = true;
  let making: Promise<Map<string, Uint8Array>> | undefined;
  server.watcher.on('all', (_event, file) => {
    const way = path.relative(content, path.resolve(file));
    if (way.startsWith('..')) return;
    isStale = true;
    const [folder = '', slug] = way.split(path.sep);
    // A change of settings may show on every page; a text shows on its own, in all languages that stand in for it.
    if (slug === undefined || !['articles', 'pages'].includes(folder)) pages.clear();
    for (const [address] of pages)
      if (slug !== undefined && address.includes(`/${encodeURIComponent(slug)}/`)) pages.delete(address);
  });
  const make = async (origin: string): Promise<Map<string, Uint8Array>> => {
    isStale = false;
    const site = await settings();
    for (const page of site.pages) {
      const address = `${origin}${site.base}${page.locale}/${page.path}`;
      if (!pages.has(address)) pages.set(address, { ...page, html: await fetchPage(address) });
    }
    const wanted = new Set(site.pages.map((page) => `${origin}${site.base}${page.locale}/${page.path}`));
    for (const address of pages.keys()) if (!wanted.has(address)) pages.delete(address);
    return buildIndex({ ...site, pages: [...pages.values()] }, analyseAll);
  };
  server.middlewares.use((request, response, next) => {
    const name = fileName(request.url ?? '', server.config.base);
    if (name === undefined) {
      next();
      return;
    }
    if (making === undefined || (name === manifestName && isStale)) making = make(originOf(server));
    making.then(
      (files) => {
        const file = files.get(name);
        response.statusCode = file === undefined ? 404 : 200;
        response.setHeader('Content-Type', contentType(name));
        response.setHeader('Cache-Control', 'no-store');
        response.end(file);
      },
      (error: unknown) => {
        making = undefined;
        isStale = true;
        logger.error(`Search has no index: ${error instanceof Error ? error.message : String(error)}`);
        response.statusCode = 503;
        response.end();
      },
    );
  });
}

/** Name of the file of the index that an address asks for, if it asks for one. */
function fileName(address: string, base: string): string | undefined {
  const { pathname } = new URL(address, 'http://localhost');
  const withoutBase = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return withoutBase.startsWith('search/') ? withoutBase.slice('search/'.length) : undefined;
}

function originOf({ resolvedUrls }: ViteDevServer): string {
  return new URL(resolvedUrls?.local[0] ?? 'http://localhost:4321').origin;
}

/** A page as it is served, or nothing of it where it can't be: its author is told of that by the page itself. */
async function fetchPage(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  return response.ok ? response.text() : '';
}

function contentType(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
