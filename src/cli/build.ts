import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as buildSite } from 'astro';
import { readSite, resolveFolders, type Folders } from '../sources/index.ts';
import { addBaseToHeaders, addBaseToRedirects } from '../host/index.ts';
import { CommandError } from './command-error.ts';
import { root } from './root.ts';

/** Help text of `npm run build`. */
export const usage = `npm run build

Builds the site. If the content has errors, nothing is built and the previous site stays as it was.

Environment:
  CONTENT_DIR        the content folder (default: content)
  OUT_DIR            the folder for the built site; must be empty or hold an earlier build (default: dist)
  SOURCE_DATE_EPOCH  the build’s current time in seconds since 1970, for reproducible builds (default: now)`;

/** Runs `npm run build`: builds the site into a temporary folder, then renames it to the output folder once it is complete. */
export async function build(): Promise<number> {
  removeModeVariables(process.env);
  const folders = resolveFolders(process.env, process.cwd());
  await checkOutput(folders);
  await restorePrevious(folders.output);
  const next = beside(folders.output, `next-${process.pid}`);
  const stop = (): never => {
    rmSync(next, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await buildSite({ root, outDir: next, logLevel: 'warn' });
    await addBaseToRules(next, folders.content);
    await writeManifest(next);
    await keepHiddenFiles(folders.output, next);
    await replaceFolder(folders.output, next);
  } catch (error) {
    throw explain(error);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(next, { recursive: true, force: true });
  }
  console.log(`Built the site in ${path.relative(process.cwd(), folders.output)}`);
  return 0;
}

/** Removes variables that Vite would expose as `import.meta.env.DEV` and the like, so that every build runs in production mode. */
function removeModeVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE'])
    Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** Throws unless the output folder is missing, empty or an earlier build: a build replaces everything in it. */
async function checkOutput({ content, output }: Folders): Promise<void> {
  const inputs = [
    content,
    path.join(root, 'src'),
    path.join(root, 'public'),
    path.join(root, 'node_modules'),
  ];
  const overlapsInput = inputs.some((folder) => contains(folder, output) || contains(output, folder));
  if (overlapsInput || contains(output, root)) {
    throw unusableOutput(output, 'it contains, or is inside, a folder that the site is built from');
  }
  const found = await readdir(output).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw unusableOutput(output, 'it is not a readable folder');
  });
  const written = await readManifest(output);
  const unknown = found.filter((name) => !name.startsWith('.') && !written.includes(name));
  if (unknown.length > 0) {
    throw unusableOutput(output, `it contains ${unknown.slice(0, 3).join(', ')}, which no build has written`);
  }
}

/** The file in the output folder that lists the names a build has written there. */
const manifest = '.narani';

async function readManifest(output: string): Promise<string[]> {
  const text = await readFile(path.join(output, manifest), 'utf8').catch(() => '');
  return text.split('\n').filter((name) => name !== '');
}

async function writeManifest(site: string): Promise<void> {
  const names = (await readdir(site)).sort();
  await writeFile(path.join(site, manifest), `${names.join('\n')}\n`);
}

function unusableOutput(output: string, reason: string): CommandError {
  return new CommandError(
    [
      `${output}: Cannot use this folder for the output: ${reason}`,
      '  why  A build replaces everything in the output folder.',
      '  fix  Empty the folder, or set OUT_DIR to a folder used for nothing else, such as `dist`.',
    ].join('\n'),
  );
}

function contains(folder: string, other: string): boolean {
  const relative = path.relative(folder, other);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Returns a hidden folder beside the output, on the same file system, so that moving it into place is an atomic rename. */
function beside(output: string, suffix: string): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${suffix}`);
}

/** Restores the previous site if an earlier build was killed between moving it away and putting the new one in place. */
async function restorePrevious(output: string): Promise<void> {
  const isGone = await readdir(output).then(
    () => false,
    () => true,
  );
  if (isGone) await rename(beside(output, 'last'), output).catch(() => undefined);
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

/** Moves hidden files that no build wrote to the new site, such as the `.git` of a folder published with Git. */
async function keepHiddenFiles(output: string, next: string): Promise<void> {
  const found = await readdir(output).catch((): string[] => []);
  for (const name of found.filter((each) => each.startsWith('.') && each !== manifest)) {
    await rename(path.join(output, name), path.join(next, name));
  }
}

async function replaceFolder(folder: string, next: string): Promise<void> {
  const last = beside(folder, 'last');
  await rm(last, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  await rename(folder, last).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  await rename(next, folder);
  await rm(last, { recursive: true, force: true });
}

/** Turns content errors into an error without a stack trace; returns any other error unchanged. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ContentError') return error;
  return new CommandError(`${error.message}\n\nNothing was built. The previous site, if any, is unchanged.`);
}
