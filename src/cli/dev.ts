import path from 'node:path';
import { enterProject, useOwnAstroFolder } from './astro-folder.ts';
import { parsePort } from './port.ts';
import { root } from './root.ts';

/** Help text of `npm run dev`. */
export const usage = `npm run dev [-- --port PORT]

Serves the site while you write. Each save updates the page in the browser; mistakes are shown on the page.

  --port PORT  the port to listen on (default: $PORT, else 4321; 0 takes any free port)

Environment:
  CONTENT_DIR  the content folder (default: site, else content)`;

/** Runs `npm run dev`: starts the development server. */
export async function dev(args: string[]): Promise<number> {
  const port = parsePort(args, process.env);
  process.env.NODE_ENV = 'development';
  const { output } = enterProject(process.cwd());
  const astroFolder = useOwnAstroFolder();
  process.once('exit', astroFolder.remove).once('SIGINT', () => process.exit(130));
  const { dev: startDevServer } = await import('astro');
  await startDevServer({
    root,
    server: { port },
    vite: {
      cacheDir: path.join(astroFolder.path, 'vite'),
      server: { watch: { ignored: [astroFolder.isOthers, isOutput(output)] } },
    },
  });
  return 0;
}

/** Returns a function that checks whether a file is in the output folder of builds, or in a temporary folder beside it. */
function isOutput(folder: string): (file: string) => boolean {
  const { dir, base } = path.parse(folder);
  const temporary = path.join(dir, `.${base}.`);
  return (file) => file === folder || file.startsWith(folder + path.sep) || file.startsWith(temporary);
}
