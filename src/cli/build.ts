import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build as buildSite } from 'astro';
import { resolveFolders } from '../sources/index.ts';
import { CommandError } from './command-error.ts';

/** `npm run build`: build the site into a folder beside the finished one and put it in its place when it is whole. */
export async function build(): Promise<number> {
  forgetModes(process.env);
  const { output } = resolveFolders(process.env, process.cwd());
  const next = besides(output, 'next');
  await rm(next, { recursive: true, force: true });
  try {
    await buildSite({ root: process.cwd(), outDir: next, logLevel: 'warn' });
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw explain(error);
  }
  await replaceFolder(output, next);
  console.log(`The site is built: ${path.relative(process.cwd(), output) || '.'}`);
  return 0;
}

/** Take out of the environment what Vite reads as `import.meta.env.DEV` and its like: a build is a build wherever it runs. */
function forgetModes(environment: NodeJS.ProcessEnv): void {
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE'])
    Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** A hidden folder on the same disk as the output, so that putting it in place is one rename. */
function besides(output: string, word: string): string {
  return path.join(path.dirname(output), `.${path.basename(output)}.${word}`);
}

async function replaceFolder(folder: string, next: string): Promise<void> {
  const last = besides(folder, 'last');
  await rm(last, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, last);
  await rename(next, folder);
  await rm(last, { recursive: true, force: true });
}

/** The content's mistakes are told as they are; anything else is a fault of the program, and keeps its trace. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ContentError') return error;
  return new CommandError(`${error.message}\n\nNothing was built; an earlier site is left as it was.`);
}
