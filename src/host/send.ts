import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { findFile } from './files.ts';
import { headersFor, revalidate } from './headers.ts';
import type { HeaderRule } from './headers.ts';
import type { RedirectRule } from './redirects.ts';
import { segmentsToPath } from './target.ts';
import type { Target } from './target.ts';

/** A built site and its rules. */
export interface BuiltSite {
  directory: string;
  /** Segments of the base: `/` → `['']`, `/kb/` → `['kb', '']`. */
  base: readonly string[];
  headerRules: readonly HeaderRule[];
  redirectRules: readonly RedirectRule[];
}

/** A request, its parsed address and its response. */
export interface Exchange {
  target: Target;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Sends files of a site. */
export interface Send {
  /** Sends a file with status 200, 206 or 304. */
  file: (exchange: Exchange, names: readonly string[]) => void;
  /** Sends a page with another status, such as 404. */
  page: (exchange: Exchange, names: readonly string[], status: number) => void;
  /** Sends the site's 404 page, or a line of text if it has none. */
  missing: (exchange: Exchange) => void;
}

/** Creates the functions that send files of a site. */
export function createSend(site: BuiltSite): Send {
  // With `dev`, sirv reads the disk on each request, so it serves the files of a new build at once.
  // Its `_headers` and `_redirects` apply only after a restart.
  const serve = sirv(site.directory, { dev: true, etag: true, extensions: [] });
  const send: Send = {
    file(exchange, names) {
      const { request, response } = exchange;
      setHeaders(response, headersOf(site, exchange.target, names));
      setRange(request, statSync(join(site.directory, ...names)).size);
      request.url = namesToUrl(names);
      serve(request, response, () => {
        send.missing(exchange);
      });
    },
    page({ target, response }, names, status) {
      // The rules are meant for the requested file, so their type and caching don't fit the page sent instead.
      setHeaders(response, { ...headersOf(site, target, names), ...pageHeaders(names) });
      sendBody(response, status, readFileSync(join(site.directory, ...names)));
    },
    missing(exchange) {
      const found = findFile(site.directory, ['404.html']);
      if (found.kind === 'file') send.page(exchange, found.names, 404);
      else sendText(exchange.response, 404, 'Not found, and the site has no 404.html.');
    },
  };
  return send;
}

/** Sends a redirect that browsers revalidate, so that a removed redirect has no lasting effect. */
export function sendRedirect(response: ServerResponse, status: number, location: string): void {
  setHeaders(response, { location, 'cache-control': revalidate });
  sendBody(response, status, Buffer.alloc(0));
}

/** Sends a line of text. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  setHeaders(response, { 'content-type': 'text/plain; charset=utf-8' });
  sendBody(response, status, Buffer.from(`${text}\n`));
}

function sendBody(response: ServerResponse, status: number, body: Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

function headersOf(site: BuiltSite, { segments }: Target, names: readonly string[]): Record<string, string> {
  const type = textContentType(names.at(-1) ?? '');
  const headers = headersFor(site.headerRules, segmentsToPath(segments));
  return { ...(type !== undefined && { 'content-type': type }), ...headers };
}

/** Types of text files, which need `charset=utf-8`: without it browsers guess, and guess wrong for Hangul. */
const textTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.log': 'text/plain',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Returns the content type of a text file with its charset, or `undefined` for other files, whose type sirv sets. */
function textContentType(name: string): string | undefined {
  const type = textTypes[extname(name).toLowerCase()];
  return type === undefined ? undefined : `${type}; charset=utf-8`;
}

function pageHeaders(names: readonly string[]): Record<string, string> {
  const type = textContentType(names.at(-1) ?? '') ?? 'application/octet-stream';
  return { 'content-type': type, 'cache-control': revalidate };
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function setRange(request: IncomingMessage, size: number): void {
  const { range, 'if-range': ifRange } = request.headers;
  // `If-Range` needs a strong validator (RFC 9110, 13.1.5) and ours are weak, so send the whole file.
  const mayBePart = request.method === 'GET' && range !== undefined && ifRange === undefined;
  const plain = mayBePart ? toPlainRange(range, size) : undefined;
  if (plain === undefined) delete request.headers.range;
  else request.headers.range = plain;
}

/**
 * Converts a `Range` header to the only form that sirv reads correctly, `bytes=START-` or `bytes=START-END`. Returns
 * `undefined` for any other; the whole file is a valid response then (RFC 9110, 14.2).
 *
 * @example
 * toPlainRange('bytes=-500', 2000) // 'bytes=1500-'
 * toPlainRange('bytes=9-2', 2000) // undefined
 */
function toPlainRange(range: string, size: number): string | undefined {
  const [, start, end] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (start === undefined || end === undefined) return undefined;
  if (start === '') return Number(end) > 0 ? `bytes=${Math.max(0, size - Number(end))}-` : undefined;
  return end === '' || Number(end) >= Number(start) ? range : undefined;
}

/** Returns the URL under which sirv finds a file. It decodes with `decodeURI`, so it cannot serve names with `?` or `#`. */
function namesToUrl(names: readonly string[]): string {
  return encodeURI(`/${names.join('/')}`).replace(/[?#]/g, encodeURIComponent);
}
