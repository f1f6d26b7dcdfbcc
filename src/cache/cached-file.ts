import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Returns the absolute path of a site’s caches. Each content folder has its own, so that two sites of one checkout never share an entry. */
export function siteCache(root: string, content: string): string {
  const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return path.join(root, 'node_modules/.astro', name);
}

/** Returns the absolute path of the folder, within a site’s caches, of everything that builds keep for the next one. */
export function buildCache(root: string, content: string): string {
  return path.join(siteCache(root, content), 'build-cache');
}

/**
 * Returns the bytes cached under a key, or calls `make` on a cache miss and caches what it returns. A damaged file is a miss.
 *
 * @param folder folder of the cache; created if absent
 * @param key file name that covers everything the bytes depend on, usually a content hash
 */
export async function cachedFile(
  folder: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const cached = await readCached(folder, key);
  if (cached !== undefined) return cached;
  const made = await make();
  await writeAtomically(path.join(folder, key), Buffer.concat([digest(key, made), made]));
  return made;
}

/**
 * Deletes the files below a cache folder that nobody has read since then, including partial files of interrupted builds.
 *
 * @param kept paths of files and folders, relative and with forward slashes, that stay although nobody has read them
 */
export async function evictUnused(
  folder: string,
  since: Date,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  await Promise.all(
    items
      .filter((item) => item.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter((file) => !isKept(path.relative(folder, file).split(path.sep), kept))
      .map(async (file) => {
        const used = await stat(file).catch(() => undefined);
        if (used !== undefined && used.mtime < since) await rm(file, { force: true });
      }),
  );
}

/** Returns whether a path, given as its segments, or a folder that it is in is kept. */
function isKept(segments: readonly string[], kept: ReadonlySet<string>): boolean {
  return segments.some((_, index) => kept.has(segments.slice(0, index + 1).join('/')));
}

/**
 * Returns the bytes cached under a key, or `undefined`. They begin with a digest, which detects files that were truncated, changed
 * or exchanged for one another.
 */
export async function readCached(folder: string, key: string): Promise<Uint8Array | undefined> {
  const file = path.join(folder, key);
  const bytes = await readFile(file).catch((error: unknown) => {
    if (!isMissing(error)) reportDamage(folder, key);
  });
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(digestLength);
  if (!digest(key, content).equals(bytes.subarray(0, digestLength))) {
    reportDamage(folder, key);
    return undefined;
  }
  await recordUse(file);
  return content;
}

/** Records the last use of a file, as its modification time. Returns whether it exists: a concurrent build may just have evicted it. */
export async function recordUse(file: string): Promise<boolean> {
  return utimes(file, new Date(), new Date()).then(
    () => true,
    () => false,
  );
}

/** Folders with a damaged file that has been reported. One line per folder suffices. */
const reported = new Set<string>();

/** Reports a damaged file, the first in each folder. */
export function reportDamage(folder: string, key: string): void {
  if (reported.has(folder)) return;
  reported.add(folder);
  console.warn(`${path.join(folder, key)}: This cached file is damaged, so it is made again`);
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Writes a file by atomic rename, so that a concurrent reader never sees it incomplete. The digest detects what a crash of the system leaves. */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const partial = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(partial, bytes);
    // The clock of the disk may lag by milliseconds behind the one that `evictUnused` compares with.
    await utimes(partial, new Date(), new Date());
    await rename(partial, file).catch(async () => {
      // A folder in place of the file blocks the rename. If another call has just replaced it, deleting it fails halfway, and the rename
      // goes through; if it can't be deleted for another reason, the rename says why.
      await rm(file, { recursive: true, force: true }).catch(() => undefined);
      await rename(partial, file);
    });
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Length of a SHA-256 digest in bytes. */
const digestLength = 32;

function digest(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(`${key}\0`).update(content).digest();
}
