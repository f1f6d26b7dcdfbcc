import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readSite } from '../sources/index.ts';
import { addBaseToHeaders, addBaseToRedirects } from '../host/index.ts';
import { enterProject, useOwnAstroFolder } from './astro-folder.ts';
import { explainFileError, hasCode } from './file-error.ts';
import { closeOutput, openOutput, type OpenOutput } from './build/open-output.ts';
import { reserveCache } from './build/reserve-cache.ts';
import { restoreOutput, swapOutput } from './build/swap-output.ts';
import { CommandError } from './command-error.ts';
import { root } from './root.ts';

/** Help text of `npm run build`. */
export const usage = `npm run build

Builds the site. If the content has errors, nothing is built and the previous site stays as it was.

Environment:
  CONTENT_DIR        the content folder (default: content)
  OUT_DIR            the folder for the built site; must be empty or hold an earlier build (default: dist)
  SOURCE_DATE_EPOCH  the build’s current time in seconds since 1970, for reproducible builds (default: now)`;

/** Exit code of a process that a signal ends, by convention 128 and the number of the signal. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Runs `npm run build`: builds the site into a temporary folder, then replaces the output once it is complete. */
export async function build(): Promise<number> {
  removeModeVariables(process.env);
  const directory = process.cwd();
  const folders = enterProject(directory);
  const cleanups: (() => void)[] = [];
  const cleanUp = (): void => {
    for (const step of cleanups) step();
  };
  const stop = (signal: keyof typeof signals): never => {
    cleanUp();
    // Pending writes of Astro may recreate its folder. Blocking this thread lets them finish and starts no others.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    cleanUp();
    process.exit(signals[signal]);
  };
  for (const signal of Object.keys(signals)) process.on(signal, stop);
  try {
    const output = await openOutput(folders);
    cleanups.push(() => {
      closeOutput(output);
    });
    const cache = await reserveCache(folders.content);
    cleanups.push(cache.release);
    const astroFolder = useOwnAstroFolder();
    cleanups.push(astroFolder.remove);
    const site = path.join(astroFolder.path, 'site');
    await buildSite(site, cache.folder, folders.content);
    await moveFolder(site, output.next);
    replaceSite(output);
  } catch (error) {
    throw explain(error);
  } finally {
    cleanUp();
    for (const signal of Object.keys(signals)) process.off(signal, stop);
  }
  console.log(`Built the site in ${path.relative(directory, folders.output)}`);
  return 0;
}

/** Removes variables that Vite would expose as `import.meta.env.DEV` and the like, so that every build runs in production mode. */
function removeModeVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE'])
    Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** Builds the site in a folder of the project: Astro moves files there by renaming, which fails across file systems. */
async function buildSite(folder: string, cacheDir: string, content: string): Promise<void> {
  const { build: buildWithAstro } = await import('astro');
  await buildWithAstro({ root, outDir: folder, cacheDir, logLevel: 'warn' });
  await addBaseToRules(folder, content);
}

/** Prefixes the paths in `_headers` and `_redirects` with the site’s base: in `public/` they are written as for a site at the root. */
async function addBaseToRules(site: string, content: string): Promise<void> {
  const settings = await readSite(content);
  if (Array.isArray(settings)) return;
  const rewrite = async (name: string, add: (text: string, base: string) => string): Promise<void> => {
    const file = path.join(site, name);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) await writeFile(file, add(text, settings.base));
  };
  await rewrite('_headers', addBaseToHeaders);
  await rewrite('_redirects', addBaseToRedirects);
}

/** Renames a folder to an empty one, or copies it to another file system. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Windows never renames to an existing folder.
    if (!hasCode(error, 'EXDEV', 'EPERM')) throw error;
    await cp(from, to, { recursive: true });
  }
}

function replaceSite(output: OpenOutput): void {
  try {
    const dropped = swapOutput(output, output.next);
    if (dropped.length > 0)
      console.warn(
        `Kept ${dropped.join(', ')} in ${output.folder}: no build wrote it, so it is not replaced`,
      );
  } catch (error) {
    restoreOutput(output);
    throw error;
  }
}

/** Turns errors that the user can fix into errors without a stack trace; returns any other error unchanged. */
function explain(error: unknown): unknown {
  if (error instanceof CommandError) return error;
  const isContentError = error instanceof Error && error.name === 'ContentError';
  const explained = isContentError ? error : explainFileError(error);
  if (explained === undefined) return error;
  return new CommandError(
    `${explained.message}\n\nNothing was built. The previous site, if any, is unchanged.`,
  );
}
