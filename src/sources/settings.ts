import path from 'node:path';

/** Folders that a command works on, as absolute paths, from the environment or the defaults. */
export interface Folders {
  /** The site's content: `CONTENT_DIR`, else `content`. */
  content: string;
  /** Where the finished site goes: `OUT_DIR`, else `dist`. */
  output: string;
}

/** The folders that an environment and a current directory give. */
export function resolveFolders(environment: NodeJS.ProcessEnv, directory: string): Folders {
  return {
    content: path.resolve(directory, environment.CONTENT_DIR ?? 'content'),
    output: path.resolve(directory, environment.OUT_DIR ?? 'dist'),
  };
}

/** The instant that counts as now: `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/), else the clock's. */
export function resolveNow(environment: NodeJS.ProcessEnv): Date {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return new Date();
  if (!/^\d+$/.test(epoch))
    throw new Error(`Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected whole seconds since 1970`);
  return new Date(Number(epoch) * 1000);
}
