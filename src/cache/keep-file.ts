import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What `make` gives, made once: it is kept in a folder, which need not be there yet, under a key that must stand for all its
 * bytes depend on. A kept file that is not whole is made anew.
 */
export async function keepFile(
  folder: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = path.join(folder, key);
  const kept = await readKept(file);
  if (kept !== undefined) return kept;
  const made = await make();
  await writeWhole(file, Buffer.concat([digest(made), made]));
  return made;
}

/** Take out of a folder and those in it what no build has asked for since then, and what killed builds left half-written. */
export async function forgetUnused(folder: string, since: Date): Promise<void> {
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

/** A kept file begins with the digest of the rest, so that one a crash or a full disk has cut short is known. */
async function readKept(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(digestLength);
  if (!digest(content).equals(bytes.subarray(0, digestLength))) return undefined;
  // Its time says when it was last asked for. Another build may have just forgotten it.
  await utimes(file, new Date(), new Date()).catch(() => undefined);
  return content;
}

/** Put a file in its place whole and on the disk, whoever reads there and whatever stops the build. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(unfinished, bytes, { flush: true });
  // By the clock that `forgetUnused` is asked with: that of the disk may lag some milliseconds.
  await utimes(unfinished, new Date(), new Date());
  await rename(unfinished, file);
}

/** Bytes of a SHA-256. */
const digestLength = 32;

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
