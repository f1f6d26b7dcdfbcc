import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Returns the absolute path of the build cache, or of one of its folders.
 *
 * @param cacheDir Astro's setting of this name
 */
export function cacheFolder(cacheDir: URL, name = '.'): string {
  return fileURLToPath(new URL(`build-cache/${name}/`, cacheDir));
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
  const file = path.join(folder, key);
  const cached = await readCached(file);
  if (cached !== undefined) return cached;
  const made = await make();
  await writeAtomically(file, Buffer.concat([digest(made), made]));
  return made;
}

/** Writes a file into the cache unless it has these bytes already. Its name should contain a content hash. */
export async function storeFile(file: string, bytes: Uint8Array): Promise<void> {
  const stored = await readFile(file).catch(() => undefined);
  if (stored?.equals(bytes) === true) await recordUse(file);
  else await writeAtomically(file, bytes);
}

/** Deletes the files below a cache folder that nobody has read since then, including partial files of interrupted builds. */
export async function evictUnused(folder: string, since: Date): Promise<void> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  await Promise.all(
    items
      .filter((item) => item.isFile())
      .map(async ({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        const used = await stat(file).catch(() => undefined);
        if (used !== undefined && used.mtime < since) await rm(file, { force: true });
      }),
  );
}

/** Reads a cached file. It begins with the digest of its content, which detects files truncated by a crash or a full disk. */
async function readCached(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(digestLength);
  if (!digest(content).equals(bytes.subarray(0, digestLength))) return undefined;
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

/** Writes a file by atomic rename, flushed to disk, so that a reader or an interrupted build never leaves it incomplete. */
async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const partial = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(partial, bytes, { flush: true });
  // The clock of the disk may lag by milliseconds behind the one that `evictUnused` compares with.
  await utimes(partial, new Date(), new Date());
  await rename(partial, file);
}

/** Length of a SHA-256 digest in bytes. */
const digestLength = 32;

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
