import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, lstatSync, mkdirSync, type Stats } from 'node:fs';
import { copyFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the site, and how to make it. */
export interface Output {
  /** Path within the site, decoded: `ko/feed.xml`. */
  file: string;
  /** Covers everything the bytes depend on. */
  key: string;
  /** Path within the build cache of the bytes that `make` returns, if they are kept there. */
  kept?: string;
  /** Returns its bytes, or the absolute path of a file to copy. */
  make: () => Promise<Uint8Array | { copyOf: string }>;
}

/** Returns a file whose bytes are known. */
export function toOutput(file: string, bytes: Uint8Array): Output {
  const key = createHash('sha256').update(bytes).digest('hex');
  return { file, key, make: () => Promise.resolve(bytes) };
}

/** The record of a written file: if its key, size and time are the same, so are its bytes. */
export interface WrittenFile {
  key: string;
  size: number;
  mtimeMs: number;
}

/** A site that an earlier build wrote. */
export interface WrittenSite {
  folder: string;
  files: ReadonlyMap<string, WrittenFile>;
}

/** Number of files that are written at the same time: enough to keep the disk busy, few enough to fit in memory. */
const concurrency = 16;

/**
 * Writes the files of a site into an empty folder. A file with the same key as in the previous site becomes a hard link to that
 * one, or a copy where links are not possible, unless somebody has changed it since.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  folder: string,
  previous: WrittenSite | undefined,
): Promise<Map<string, WrittenFile>> {
  const written = new Map<string, WrittenFile>();
  makeFolders(outputs, folder);
  const left = outputs.values();
  const work = async (): Promise<void> => {
    for (const output of left) {
      const target = path.join(folder, output.file);
      const reused = previous && reuse(output, target, previous);
      if (reused === undefined) await write(output, target);
      written.set(output.file, reused ?? toWritten(await stat(target), output.key));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return written;
}

function makeFolders(outputs: readonly Output[], folder: string): void {
  const folders = new Set(outputs.map(({ file }) => path.dirname(file)));
  for (const each of folders) mkdirSync(path.join(folder, each), { recursive: true });
}

/**
 * Reuses a file of the previous site if it is as the build left it. It is synchronous: thousands of calls of the system that take
 * microseconds each would take longer to wait for.
 */
function reuse({ file, key }: Output, target: string, previous: WrittenSite): WrittenFile | undefined {
  const known = previous.files.get(file);
  if (known?.key !== key) return undefined;
  const source = path.join(previous.folder, file);
  const found = lstatSync(source, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size !== known.size || found.mtimeMs !== known.mtimeMs)
    return undefined;
  try {
    linkSync(source, target);
    return known;
  } catch {
    // File systems without hard links, and sites on another file system.
    copyFileSync(source, target);
    return toWritten(lstatSync(target), key);
  }
}

async function write({ make }: Output, target: string): Promise<void> {
  const made = await make();
  if ('copyOf' in made) await copyFile(made.copyOf, target);
  else await writeFile(target, made);
}

function toWritten({ size, mtimeMs }: Stats, key: string): WrittenFile {
  return { key, size, mtimeMs };
}
