import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { deserialize, serialize } from 'node:v8';
import { close, createIndex } from 'pagefind';
import { cachedFile } from '../../../cache/index.ts';

/** The version of Pagefind whose program reads the files that this folder writes. */
export const pagefindVersion = '1.5.2';

/** Name of the file in the cache that holds the program. */
export const programFile = `pagefind-${pagefindVersion}`;

/** The files of Pagefind’s program, by path. */
export type PagefindProgram = ReadonlyMap<string, Uint8Array>;

/**
 * Returns the files of Pagefind’s program, without its interfaces. The package has them only within its executable, so an index of
 * nothing is built once and kept in the cache.
 */
export async function loadProgram(folder: string): Promise<PagefindProgram> {
  const version = await installedVersion();
  if (version !== pagefindVersion)
    throw new Error(
      `Pagefind ${version} is installed, but its index is written for ${pagefindVersion}: set \`pagefindVersion\` in src/search/build/pagefind-index/program.ts, and run the tests beside it`,
    );
  const bytes = await cachedFile(folder, programFile, async () => serialize(await buildNothing()));
  return deserialize(bytes) as PagefindProgram;
}

async function installedVersion(): Promise<string> {
  const manifest = findPackageJSON('pagefind', import.meta.url) ?? '';
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return version;
}

async function buildNothing(): Promise<PagefindProgram> {
  try {
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(`Pagefind can’t create an index: ${errors.join('; ')}`);
    const { files } = await index.getFiles();
    const isNeeded = (name: string): boolean => name === 'pagefind.js' || name === 'wasm.unknown.pagefind';
    return new Map(
      files.filter(({ path: name }) => isNeeded(name)).map(({ path: name, content }) => [name, content]),
    );
  } finally {
    await close();
  }
}
