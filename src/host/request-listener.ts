import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import { findFile } from './files.ts';
import type { FileLookup } from './files.ts';
import { revalidate } from './headers.ts';
import { findRedirect } from './redirects.ts';
import type { Redirect } from './redirects.ts';
import { createSend, sendRedirect, sendText } from './send.ts';
import type { BuiltSite, Exchange, Send } from './send.ts';
import { stripBase, isSafePath, parseTarget, segmentsToAddress, toOriginForm } from './target.ts';

/** CDNs compress on the fly with quality 4 to 6; the maximum of 11 takes seconds for a large page. */
const brotliQuality = 5;

/** Creates the request listener for a built site. */
export function createRequestListener(site: BuiltSite): RequestListener {
  const send = createSend(site);
  return (request, response) => {
    compress(request, response, () => {
      try {
        answer(site, send, request, response);
      } catch (error) {
        console.error(error);
        if (response.headersSent) response.destroy();
        else
          sendText(
            response,
            500,
            'The server failed to answer this request. See the terminal for the error.',
          );
      }
    });
  };
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

// The package has types for Express but works with plain Node requests.
const compress = compression({
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
  // Minimum size in bytes, as in CDNs: below that, compression adds more than it saves.
  threshold: 50,
  // Ranges count bytes of the uncompressed file, so partial responses are not compressed.
  filter: (request, response) => request.headers.range === undefined && compression.filter(request, response),
}) as unknown as Middleware;

function answer(site: BuiltSite, send: Send, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(response, 405, 'This is a static site: only GET and HEAD are allowed.');
    return;
  }
  const target = parseTarget(toOriginForm(request.url ?? ''));
  if (target === undefined) {
    sendText(response, 400, 'This address is not percent-encoded UTF-8.');
    return;
  }
  const exchange = { target, request, response };
  if (!isSafePath(target.segments)) {
    send.missing(exchange);
    return;
  }
  const found = findBelowBase(site, target.segments);
  const redirect = findRedirect(site.redirectRules, target, found.kind !== 'nothing');
  if (redirect) followRedirect(site, send, exchange, redirect);
  else answerWith(found, site, send, exchange);
}

function findBelowBase(site: BuiltSite, segments: readonly string[]): FileLookup {
  const rest = stripBase(site.base, segments);
  return rest === undefined ? { kind: 'nothing' } : findFile(site.directory, rest);
}

function answerWith(found: FileLookup, site: BuiltSite, send: Send, exchange: Exchange): void {
  const { target, response } = exchange;
  switch (found.kind) {
    case 'file':
      send.file(exchange, found.names);
      return;
    case 'directory':
      sendRedirect(response, 308, segmentsToAddress([...target.segments, '']) + target.search);
      return;
    case 'nothing':
      if (isRootAboveBase(site, target.segments)) sendRedirect(response, 302, segmentsToAddress(site.base));
      else if (stripBase(site.base, target.segments)) send.missing(exchange);
      else sendText(response, 404, `Not found: the site is under ${segmentsToAddress(site.base)}`);
  }
}

function isRootAboveBase({ base }: BuiltSite, segments: readonly string[]): boolean {
  return base.length > 1 && segments.length === 1 && segments[0] === '';
}

function followRedirect(site: BuiltSite, send: Send, exchange: Exchange, { to, status }: Redirect): void {
  const { response } = exchange;
  if (status >= 300 && status < 400) {
    sendRedirect(response, status, to);
    return;
  }
  const target = parseTarget(to);
  if (target === undefined) {
    response.setHeader('Cache-Control', revalidate);
    sendText(response, 501, `_redirects proxies this address to ${to}, which this host does not support.`);
    return;
  }
  const found = isSafePath(target.segments) ? findRewritten(site, target.segments) : undefined;
  if (found === undefined) send.missing(exchange);
  else if (status === 200) send.file(exchange, found);
  else send.page(exchange, found, status);
}

/** Returns the file that a rewrite leads to; a directory leads to its `index.html`, with or without the slash. */
function findRewritten(site: BuiltSite, segments: readonly string[]): readonly string[] | undefined {
  const found = findBelowBase(site, segments);
  const page = found.kind === 'directory' ? findBelowBase(site, [...segments, '']) : found;
  return page.kind === 'file' ? page.names : undefined;
}
