import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as buildSite } from 'astro';
import { readSite, resolveFolders, type Folders } from '../sources/index.ts';
import { addBaseToHeaders, addBaseToRedirects } from '../host/index.ts';
import { CommandError } from './command-error.ts';
import { root } from './root.ts';

/** `npm run build`: build the site into a folder beside the finished one and put it in its place when it is whole. */
export async function build(): Promise<number> {
  forgetModes(process.env);
  const folders = resolveFolders(process.env, process.cwd());
  await checkOutput(folders);
  await restoreLast(folders.output);
  const next = beside(folders.output, `next-${process.pid}`);
  const stop = (): never => {
    rmSync(next, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await buildSite({ root, outDir: next, logLevel: 'warn' });
    await settleRules(next, folders.content);
    await writeMark(next);
    await keepHidden(folders.output, next);
    await replaceFolder(folders.output, next);
  } catch (error) {
    throw explain(error);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(next, { recursive: true, force: true });
  }
  console.log(`The site is built: ${path.relative(process.cwd(), folders.output)}`);
  return 0;
}

/** Take out of the environment what Vite reads as `import.meta.env.DEV` and its like: a build is a build wherever it runs. */
function forgetModes(environment: NodeJS.ProcessEnv): void {
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE'])
    Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** The finished site takes the place of all that is in the output folder, so that must be nothing but an earlier site. */
async function checkOutput({ content, output }: Folders): Promise<void> {
  const kept = [content, path.join(root, 'src'), path.join(root, 'public'), path.join(root, 'node_modules')];
  const isInTheWay = kept.some((folder) => contains(folder, output) || contains(output, folder));
  if (isInTheWay || contains(output, root)) {
    throw unfitOutput(output, 'it holds, or lies in, what the site is made of');
  }
  const found = await readdir(output).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw unfitOutput(output, 'it is not a folder that can be read');
  });
  const built = await readMark(output);
  const strange = found.filter((name) => !name.startsWith('.') && !built.includes(name));
  if (strange.length > 0) {
    throw unfitOutput(output, `it holds ${strange.slice(0, 3).join(', ')}, which no build has put there`);
  }
}

/** Name of the file in which a build lists what it has put into the output folder. */
const mark = '.narani';

async function readMark(output: string): Promise<string[]> {
  const text = await readFile(path.join(output, mark), 'utf8').catch(() => '');
  return text.split('\n').filter((name) => name !== '');
}

async function writeMark(site: string): Promise<void> {
  const names = (await readdir(site)).sort();
  await writeFile(path.join(site, mark), `${names.join('\n')}\n`);
}

function unfitOutput(output: string, because: string): CommandError {
  return new CommandError(
    [
      `${output}: Unexpected output folder, expected one that is missing, empty or an earlier site: ${because}`,
      '  why  The finished site takes the place of everything in it.',
      '  fix  Empty the folder, or set OUT_DIR to one of its own, such as `dist`.',
    ].join('\n'),
  );
}

function contains(folder: string, other: string): boolean {
  const way = path.relative(folder, other);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A hidden folder on the same disk as the output, so that putting it in place is one rename. */
function beside(output: string, word: string): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${word}`);
}

/** A build that was killed while it put its site in place has left the earlier one beside it. */
async function restoreLast(output: string): Promise<void> {
  const isGone = await readdir(output).then(
    () => false,
    () => true,
  );
  if (isGone) await rename(beside(output, 'last'), output).catch(() => undefined);
}

/** The rules for hosts in `public/` speak of a site at the root; on a host they must name the folder the site is in. */
async function settleRules(site: string, content: string): Promise<void> {
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

/** Hidden files that are not ours, such as the `.git` of a folder that is published by git, go on to the next site. */
async function keepHidden(output: string, next: string): Promise<void> {
  const found = await readdir(output).catch((): string[] => []);
  for (const name of found.filter((each) => each.startsWith('.') && each !== mark)) {
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

/** The content's mistakes are told as they are; anything else is a fault of the program, and keeps its trace. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ContentError') return error;
  return new CommandError(`${error.message}\n\nNothing was built; an earlier site is left as it was.`);
}
