import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sendFile from 'send';
import { findFile } from './files.ts';
import { headersFor, revalidate } from './headers.ts';
import type { HeaderRule } from './headers.ts';
import type { RedirectRule } from './redirects.ts';
import { isSafePath, segmentsToAddress, segmentsToPath, stripBase } from './target.ts';
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
  /** Sends a file with status 200, or as its conditions and range demand: 206, 304, 412 or 416. */
  file: (exchange: Exchange, names: readonly string[]) => void;
  /** Sends a page with another status, such as 404. */
  page: (exchange: Exchange, names: readonly string[], status: number) => void;
  /** Sends the 404 page in the nearest folder above the address, or a line of text if there is none. */
  missing: (exchange: Exchange) => void;
}

/** Creates the functions that send files of a site. */
export function createSend(site: BuiltSite): Send {
  const send: Send = {
    file(exchange, names) {
      const { request, response } = exchange;
      setHeaders(response, headersOf(site, exchange.target, names));
      fixRange(request, statSync(join(site.directory, ...names)).size);
      // The disk is read on each request, so the files of a new build are served at once. Its `_headers` and
      // `_redirects` apply only after a restart.
      sendFile(request, segmentsToAddress(names), { root: site.directory, dotfiles: 'allow', index: false })
        .on('error', (error: SendError) => {
          if (error.status >= 500) console.error(error);
          if (response.headersSent) response.destroy();
          else if (error.status === 404) send.missing(exchange);
          else refuse(response, error.status);
        })
        .pipe(response);
    },
    page({ target, response }, names, status) {
      // The rules are meant for the requested file, so their type and caching don't fit the page sent instead.
      setHeaders(response, { ...headersOf(site, target, names), ...pageHeaders(names) });
      sendBody(response, status, readFileSync(join(site.directory, ...names)));
    },
    missing(exchange) {
      const names = findMissingPage(site, exchange.target);
      if (names !== undefined) send.page(exchange, names, 404);
      else sendText(exchange.response, 404, 'Not found, and the site has no 404.html.');
    },
  };
  return send;
}

/** Finds the `404.html` that is nearest to an address, as Cloudflare Pages does: below a language, that of the language. */
function findMissingPage(site: BuiltSite, { segments }: Target): readonly string[] | undefined {
  const folders = isSafePath(segments) ? (stripBase(site.base, segments)?.slice(0, -1) ?? []) : [];
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const found = findFile(site.directory, [...folders.slice(0, depth), '404.html']);
    if (found.kind === 'file') return found.names;
  }
  return undefined;
}

/** An error of the package `send`: 404 for a file deleted meanwhile, 412, 416 or 500. */
interface SendError extends Error {
  status: number;
}

/** Sends an error status without a body; a 416 keeps its `Content-Range`, which gives the size of the file. */
function refuse(response: ServerResponse, status: number): void {
  response.removeHeader('Content-Type');
  response.setHeader('Cache-Control', revalidate);
  sendBody(response, status, Buffer.alloc(0));
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

/** Returns the content type of a text file with its charset, or `undefined` for other files, whose type `send` sets. */
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

/** Removes a `Range` header that must be ignored, and rewrites one that the package `send` misreads. */
function fixRange({ method, headers }: IncomingMessage, size: number): void {
  // `If-Range` needs a strong validator (RFC 9110, 13.1.5) and ours are weak, so send the whole file.
  if (method !== 'GET' || headers['if-range'] !== undefined) delete headers.range;
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (first === undefined || last === undefined) return;
  // RFC 9110, 14.1.1 and 14.1.2: a range that ends before it starts is ignored, and a suffix longer than the file is the
  // whole file. `send` answers both with 416.
  if (first === '' && Number(last) > size) headers.range = 'bytes=0-';
  else if (first !== '' && last !== '' && Number(last) < Number(first)) delete headers.range;
}
