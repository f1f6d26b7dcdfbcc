import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative, resolve } from 'node:path';
import { createRequestListener } from './request-listener.ts';
import { readHeaderRules } from './headers.ts';
import { HostError } from './host-error.ts';
import { readRedirectRules } from './redirects.ts';
import { baseToPath, pathToSegments } from './target.ts';

/** Options of the static server. */
export interface HostOptions {
  /** Folder of the built site, whose `_headers` and `_redirects` apply. */
  directory: string;
  /** Base path of the site: `/` or `/kb/`. */
  base: string;
  /** 0 for any free port. */
  port: number;
  /** Address to listen on. Defaults to the loopback interface, which only this machine can reach. */
  host?: string;
}

/** A running server. */
export interface Host {
  url: string;
  close: () => Promise<void>;
}

/** Serves a built site as static hosts do. Throws a {@link HostError} for what the site's owner can fix. */
export async function startHost({ directory, base, port, host = '127.0.0.1' }: HostOptions): Promise<Host> {
  const root = resolve(directory);
  requireDirectory(root);
  const [headerRules, redirectRules] = await Promise.all([readHeaderRules(root), readRedirectRules(root)]);
  const path = baseToPath(base);
  const answer = createRequestListener({
    directory: root,
    base: pathToSegments(path),
    headerRules,
    redirectRules,
  });
  const server = createServer(answer);
  await listen(server, port, host);
  return { url: toUrl(server.address() as AddressInfo, path), close: () => close(server) };
}

function requireDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  const name = relative(process.cwd(), directory) || directory;
  throw new HostError(
    `${name}/ does not exist.\n` +
      '  why  This command serves a finished build, and there is none yet.\n' +
      '  fix  Run `npm run build` first, then `npm run serve`. To see edits as you type, run `npm run dev`.',
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(explainListenError(error, port, host));
    });
    server.listen(port, host, done);
  });
}

function explainListenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const why = listenReasons[error.code ?? ''];
  if (why === undefined) return error;
  const message =
    `Cannot use port ${port} on ${host}.\n` +
    `  why  ${why}\n` +
    '  fix  Stop that program, or choose another port: `npm run serve -- --port 4322` (0 takes any free port).';
  return new HostError(message, { cause: error });
}

const listenReasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program is listening there, perhaps an earlier `npm run serve` or `npm run dev`.',
  EACCES: 'The system reserves this port for privileged programs (usually all ports below 1024).',
};

function toUrl({ address, family, port }: AddressInfo, path: string): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  const name = everywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${name}:${port}${path}`;
}

/** Closes the server and its keep-alive connections, which browsers hold open for minutes. */
function close(server: Server): Promise<void> {
  return new Promise((done, fail) => {
    server.close((error) => {
      if (error) fail(error);
      else done();
    });
    server.closeAllConnections();
  });
}
