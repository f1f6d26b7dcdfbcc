import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageLocals } from '../page-model/index.ts';
import { findShownFolder } from '../routes/index.ts';
import { isLostBody } from '../texts/index.ts';
import { findNearestPages } from './nearest-pages.ts';
import type { PreviewSource } from './preview-source.ts';
import type { Preview } from './preview.ts';

/** Name under which Astro finds the locals of a request (`clientLocalsSymbol`, used by its middleware for Node servers). */
const localsName = Symbol.for('astro.locals');

/** Options of {@link createPreviewMiddleware}. */
interface MiddlewareOptions {
  source: Pick<PreviewSource, 'whole' | 'with'>;
  /** Returns the files of the search index, by path within its folder. */
  search: (preview: Preview) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** The base path of the site. */
  base: string;
}

/** Folder of the search index within a site. */
const searchFolder = 'search/';

type Next = (error?: unknown) => void;

/**
 * Creates a middleware of the development server. It gives the request for a page what the page shows, so that Astro can render
 * it, answers requests for other files of the site, and leaves all others to Vite. An address without a page gets the page for
 * missing ones.
 */
export function createPreviewMiddleware({ source, search, base }: MiddlewareOptions) {
  const readFile = async (name: string, preview: Preview): Promise<Uint8Array | undefined> => {
    if (name.startsWith(searchFolder))
      return (await search(await source.whole())).get(name.slice(searchFolder.length));
    return preview.findFile(name).catch(async (error: unknown) => {
      if (!isLostBody(error)) throw error;
      // The file is made from texts that have not been rendered yet.
      return (await source.whole()).findFile(name);
    });
  };
  const findFile = async (name: string, preview: Preview) => {
    // A former address has the page of a folder, with or without the slash.
    for (const file of [name, `${name.replace(/\/$/, '')}/index.html`]) {
      const bytes = await readFile(file, preview);
      if (bytes !== undefined) return { file, bytes };
    }
    return undefined;
  };
  /** Returns the page for missing addresses of the language that an address is in, or that of the root, with the nearest pages. */
  const findMissing = async (href: string, preview: Preview): Promise<PageLocals | undefined> => {
    const [locale = ''] = href.slice(base.length).split('/');
    const page = (await preview.findPage(`${base}${locale}/404/`)) ?? (await preview.findPage(`${base}404/`));
    if (page?.model.type !== 'not-found') return page;
    return { ...page, model: { ...page.model, nearest: findNearestPages(href, [...preview.pages.keys()]) } };
  };
  return toMiddleware(async (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const href = pathname.startsWith(base) ? pathname : base + pathname.slice(1);
    if (isVites(href.slice(base.length))) return false;
    const name = decode(href.slice(base.length));
    const preview = await source.with(findShownFolder(name));
    const page = await preview.findPage(href);
    const found = page === undefined ? await findFile(name, preview) : undefined;
    if (found !== undefined) {
      send(response, found.file, found.bytes);
      return true;
    }
    // What is neither a page nor made from the content may still be in the public folder. If not, Astro shows the page for missing ones.
    Reflect.set(request, localsName, page ?? (await findMissing(href, preview)));
    // Vite may have removed the base path from the address.
    const root = pathname.startsWith(base) ? base : '/';
    if (page === undefined && asksForPage(request)) request.url = `${root}404/`;
    return false;
  });
}

/**
 * Creates a middleware that leads on from the address of a page without its slash, as hosts do, and that adds the slash to other
 * addresses without one that browsers want to show. It has to run before Astro's, which answers them with a page of its own.
 */
export function createSlashMiddleware({ source, base }: Pick<MiddlewareOptions, 'source' | 'base'>) {
  return toMiddleware(async (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const isOurs = `${pathname}/`.startsWith(base) && !isVites(pathname.slice(base.length));
    if (!isOurs || pathname.endsWith('/')) return false;
    const address = `${pathname}/`;
    const { pages } = await source.with(findShownFolder(decode(address.slice(base.length))));
    if (pages.has(address)) {
      redirect(response, address + queryOf(request));
      return true;
    }
    if (asksForPage(request)) request.url = address + queryOf(request);
    return false;
  });
}

/** Creates a middleware that passes on the requests which `answer` doesn’t answer, and its errors. */
function toMiddleware(answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    answer(request, response)
      .then((isAnswered) => {
        if (!isAnswered) next();
      })
      .catch(next);
  };
}

/** Returns the query of a request with its question mark, or the empty string. */
function queryOf({ url = '' }: IncomingMessage): string {
  return url.includes('?') ? url.slice(url.indexOf('?')) : '';
}

/** Returns whether a path is one of Vite's, which no page or file of the site has. */
function isVites(file: string): boolean {
  return file.startsWith('@') || /^(?:src|node_modules|\.astro)\//.test(file);
}

/** Returns whether a request is for a page: its address ends in a slash, or a browser wants to show what has no ending. */
function asksForPage({ headers, url = '' }: IncomingMessage): boolean {
  const [pathname = ''] = url.split(/[?#]/);
  if (pathname.endsWith('/')) return true;
  return (
    !pathname.slice(pathname.lastIndexOf('/')).includes('.') && (headers.accept ?? '').includes('text/html')
  );
}

function decode(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 308;
  response.setHeader('Location', location);
  response.setHeader('Cache-Control', 'no-store');
  response.end();
}

function send(response: ServerResponse, file: string, bytes: Uint8Array): void {
  response.setHeader('Content-Type', contentType(file));
  response.setHeader('Cache-Control', 'no-store');
  response.end(bytes);
}

/** Content types of the files of a site, by ending. Others, such as downloads, are not displayed by browsers. */
const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  json: 'application/json',
  js: 'text/javascript',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  xml: 'application/xml; charset=utf-8',
};

function contentType(file: string): string {
  return contentTypes[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
