import { createHash } from 'node:crypto';
import { copyFile, link, lstat, mkdir, stat, writeFile } from 'node:fs/promises';
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

/** What is known about a written file: if its key, size and time are the same, so are its bytes. */
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

/** How many files are written at the same time: enough to keep the disk busy, few enough to fit in memory. */
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
  await makeFolders(outputs, folder);
  const left = outputs.values();
  const work = async (): Promise<void> => {
    for (const output of left) {
      const target = path.join(folder, output.file);
      const reused = previous && (await reuse(output, target, previous));
      if (reused === undefined) await write(output, target);
      written.set(output.file, reused ?? (await describe(target, output.key)));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return written;
}

/** Returns whether a file of a written site is as the build left it. */
export async function isUnchanged(file: string, { size, mtimeMs }: WrittenFile): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined);
  return found?.isFile() === true && found.size === size && found.mtimeMs === mtimeMs;
}

async function makeFolders(outputs: readonly Output[], folder: string): Promise<void> {
  const folders = new Set(outputs.map(({ file }) => path.dirname(file)));
  for (const each of folders) await mkdir(path.join(folder, each), { recursive: true });
}

async function reuse(
  { file, key }: Output,
  target: string,
  previous: WrittenSite,
): Promise<WrittenFile | undefined> {
  const known = previous.files.get(file);
  const source = path.join(previous.folder, file);
  if (known?.key !== key || !(await isUnchanged(source, known))) return undefined;
  try {
    await link(source, target);
    return known;
  } catch {
    // File systems without hard links, and sites on another file system.
    return copyFile(source, target).then(
      () => describe(target, key),
      () => undefined,
    );
  }
}

async function write({ make }: Output, target: string): Promise<void> {
  const made = await make();
  if ('copyOf' in made) await copyFile(made.copyOf, target);
  else await writeFile(target, made);
}

async function describe(file: string, key: string): Promise<WrittenFile> {
  const { size, mtimeMs } = await stat(file);
  return { key, size, mtimeMs };
}
