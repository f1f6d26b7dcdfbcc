import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { textContentType } from './content-type.ts';
import { findFile } from './files.ts';
import { headersFor, revalidate } from './headers.ts';
import type { HeaderRule } from './headers.ts';
import { toPlainRange } from './range.ts';
import type { RedirectRule } from './redirects.ts';
import { segmentsToPath } from './target.ts';
import type { Target } from './target.ts';

/** A built site and the rules that came with it. */
export interface BuiltSite {
  directory: string;
  /** The base in parts: `/` → `['']`, `/kb/` → `['kb', '']`. */
  base: readonly string[];
  headerRules: readonly HeaderRule[];
  redirectRules: readonly RedirectRule[];
}

/** One request, what it asks for, and the response to write. */
export interface Exchange {
  target: Target;
  request: IncomingMessage;
  response: ServerResponse;
}

/** The ways a file of the site goes out. */
export interface Send {
  /** A file as itself: status 200, 206 or 304. */
  file: (exchange: Exchange, names: readonly string[]) => void;
  /** A page that stands for another answer, such as 404. */
  page: (exchange: Exchange, names: readonly string[], status: number) => void;
  /** The site's own 404 page, or a line of text where it has none. */
  missing: (exchange: Exchange) => void;
}

/** The ways files of one site go out. */
export function createSend(site: BuiltSite): Send {
  // `dev` makes sirv look at the disk for each request, so the files of a new build are served at once.
  // The rules of its `_headers` and `_redirects` are not: they were read when the host started.
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
      // Rules are written for the file that was asked for; neither its type nor its caching fits what stands for it.
      setHeaders(response, { ...headersOf(site, target, names), ...pageHeaders(names) });
      sendBody(response, status, readFileSync(join(site.directory, ...names)));
    },
    missing(exchange) {
      const found = findFile(site.directory, ['404.html']);
      if (found.kind === 'file') send.page(exchange, found.names, 404);
      else sendText(exchange.response, 404, 'Nothing is here, and the site has no 404.html.');
    },
  };
  return send;
}

/** Send a visitor to another address; browsers ask again each time, so a redirect that is taken back is gone. */
export function sendRedirect(response: ServerResponse, status: number, location: string): void {
  setHeaders(response, { location, 'cache-control': revalidate });
  sendBody(response, status, Buffer.alloc(0));
}

/** Answer with one line of text. */
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

function pageHeaders(names: readonly string[]): Record<string, string> {
  const type = textContentType(names.at(-1) ?? '') ?? 'application/octet-stream';
  return { 'content-type': type, 'cache-control': revalidate };
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function setRange(request: IncomingMessage, size: number): void {
  const { range, 'if-range': ifRange } = request.headers;
  // Our validators are weak, and `If-Range` compares strongly (RFC 9110, 13.1.5): the answer is the whole file.
  const mayBePart = request.method === 'GET' && range !== undefined && ifRange === undefined;
  const plain = mayBePart ? toPlainRange(range, size) : undefined;
  if (plain === undefined) delete request.headers.range;
  else request.headers.range = plain;
}

/** The address under which sirv finds a file. It decodes with `decodeURI`, so a name with `?` or `#` stays out of reach. */
function namesToUrl(names: readonly string[]): string {
  return encodeURI(`/${names.join('/')}`).replace(/[?#]/g, encodeURIComponent);
}
