import { startHost } from '../host/index.ts';
import { localeToLabel } from '../locale/index.ts';
import { readSite } from '../sources/index.ts';
import { resolveFolders } from '../environment/index.ts';
import { build } from './build.ts';
import { CommandError } from './command-error.ts';
import { parsePort } from './port.ts';

/** Help text of `npm run serve`. */
export const serveUsage = `npm run serve [-- --port PORT]

Serves the built site on this machine, following its _headers and _redirects files, until you press Ctrl+C.

  --port PORT  the port to listen on (default: $PORT, else 4321; 0 takes any free port)

Environment:
  OUT_DIR      the folder of the built site (default: dist)
  CONTENT_DIR  the content folder (default: site, else content)`;

/** Help text of `npm start`. */
export const startUsage = `npm start [-- --port PORT]

Builds the site, then serves it on this machine until you press Ctrl+C.

  --port PORT  the port to listen on (default: $PORT, else 4321; 0 takes any free port)

Environment:
  CONTENT_DIR  the content folder (default: site, else content)
  OUT_DIR      the folder for the built site (default: dist)`;

/** Runs `npm run serve`: serves the built site like a static host until the process is interrupted. */
export async function serve(args: string[]): Promise<number> {
  const port = parsePort(args, process.env);
  const { content, output } = resolveFolders(process.env, process.cwd());
  const site = await readSite(content);
  if (Array.isArray(site)) throw new CommandError('Cannot read site.yaml. Run `npm run check` for details.');
  const host = await startHost({ directory: output, base: site.base, port });
  for (const locale of site.locales) {
    console.log(`${localeToLabel(locale).padEnd(10)} ${new URL(`${site.base}${locale}/`, host.url).href}`);
  }
  console.log('Press Ctrl+C to stop.');
  return 0;
}

/** Runs `npm start`: builds the site and serves it. */
export async function start(args: string[]): Promise<number> {
  // Mistakes in the arguments are reported before the build, not after it.
  parsePort(args, process.env);
  const code = await build([]);
  return code === 0 ? serve(args) : code;
}
