import path from 'node:path';
import { describeInputs, isIntact, readLastBuild, recordBuild } from './build/last-build.ts';
import { createProgress } from './build/progress.ts';
import { parseArguments, resolveNow, todayAt, type Folders } from '../environment/index.ts';
import { enterProject, useOwnAstroFolder } from './astro-folder.ts';
import { explainFileError } from './file-error.ts';
import { closeOutput, openOutput, type OpenOutput } from './build/open-output.ts';
import { reserveCache } from './build/reserve-cache.ts';
import { restoreOutput, swapOutput } from './build/swap-output.ts';
import { CommandError } from './command-error.ts';
import { root } from './root.ts';

/** Help text of `npm run build`. */
export const usage = `npm run build [-- --clean]

Builds the site. If the content has errors, nothing is built and the previous site stays as it was. What has not
changed since an earlier build is reused; the site is the same as if everything were made anew.

  --clean  delete what earlier builds of this content have kept, and make everything anew

Environment:
  CONTENT_DIR        the content folder (default: site, else content)
  OUT_DIR            the folder for the built site; must be empty or hold an earlier build (default: dist)
  SOURCE_DATE_EPOCH  the build’s current time in seconds since 1970, for reproducible builds (default: now)`;

/** Exit code of a process that a signal ends, by convention 128 and the number of the signal. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Runs `npm run build`: builds the site beside the output folder, then replaces the output once it is complete. */
export async function build(args: string[]): Promise<number> {
  const { values } = parseArguments({ args, options: { clean: { type: 'boolean', default: false } } });
  removeModeVariables(process.env);
  const directory = process.cwd();
  const folders = enterProject(directory);
  const cleanups: (() => void)[] = [];
  const cleanUp = (): void => {
    for (const step of cleanups) step();
  };
  const stop = (signal: keyof typeof signals): never => {
    cleanUp();
    // Pending writes may recreate a folder. Blocking this thread lets them finish and starts no others.
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
    const cache = await reserveCache(folders.content, { clean: values.clean });
    cleanups.push(cache.release);
    const isNew = await buildInto(output, { folders, cache: cache.folder, cleanups });
    const site = path.relative(directory, folders.output);
    console.log(isNew ? `Built the site in ${site}` : `The site in ${site} is up to date`);
    return 0;
  } catch (error) {
    throw explain(error);
  } finally {
    cleanUp();
    for (const signal of Object.keys(signals)) process.off(signal, stop);
  }
}

/** Removes variables that Vite would expose as `import.meta.env.DEV` and the like, so that every build runs in production mode. */
function removeModeVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE'])
    Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** What a build works with. */
interface Workplace {
  folders: Folders;
  /** Absolute path of the build cache. */
  cache: string;
  cleanups: (() => void)[];
}

/** Builds the site and puts it in the output folder. Returns false if the site there is up to date already. */
async function buildInto(output: OpenOutput, { folders, cache, cleanups }: Workplace): Promise<boolean> {
  const now = resolveNow(process.env);
  const last = readLastBuild(cache, output.folder);
  // Described before anything is read, so that a file which changes during the build counts as changed at the next.
  const inputs = describeInputs([...projectFiles, folders.content], [process.version]);
  if (last?.inputs === inputs && last.today === todayAt(now, last) && isIntact(last)) return false;
  const progress = createProgress(process.stdout);
  const createTemporary = (): string => {
    const astroFolder = useOwnAstroFolder();
    cleanups.push(astroFolder.remove);
    return astroFolder.path;
  };
  const { buildSite } = await import('../build/index.ts');
  const { files, today, timezone } = await buildSite({
    root,
    content: folders.content,
    publicFolder,
    cache,
    createTemporary,
    folder: output.next,
    previous: last,
    now,
    progress,
  });
  progress.end();
  replaceSite(output);
  recordBuild(cache, { folder: output.folder, files, inputs, today, timezone });
  return true;
}

/** Absolute path of the folder whose files are published as they are. */
const publicFolder = path.join(root, 'public');

/** Everything in the project that a site depends on. */
const projectFiles = [
  ...['src', 'astro.config.mjs', 'package.json', 'package-lock.json'].map((name) => path.join(root, name)),
  publicFolder,
];

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
