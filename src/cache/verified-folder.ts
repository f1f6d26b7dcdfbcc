import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Deletes everything in a cache folder that differs from its record, written by {@link recordFolder} after the last build. For
 * folders that another program fills, and later reads without checking.
 *
 * @param version what the files depend on besides their names, such as a hash of the lock file. Files of another version are deleted.
 * @returns names of the recorded files that were damaged
 */
export async function verifyFolder(folder: string, version: string): Promise<string[]> {
  const recorded = await readRecord(folder, version);
  // Something other than a folder has no names, and is deleted.
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) await rm(folder, { force: true });
  const damaged: string[] = [];
  for (const name of names ?? []) {
    const file = path.join(folder, name);
    const expected = recorded.get(name);
    if (expected !== undefined && expected === (await digestFile(file))) continue;
    if (expected !== undefined) damaged.push(name);
    await rm(file, { recursive: true, force: true });
  }
  return damaged;
}

/** Records the content of a cache folder, which must be complete and correct, for {@link verifyFolder}. */
export async function recordFolder(folder: string, version: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const lines = [version];
  for (const name of names.sort()) lines.push(`${(await digestFile(path.join(folder, name))) ?? ''} ${name}`);
  await rm(recordOf(folder), { recursive: true, force: true });
  await writeFile(recordOf(folder), lines.join('\n'));
}

/** Reads the digests of a folder's files. A damaged record needs no check of its own: no file has a damaged digest. */
async function readRecord(folder: string, version: string): Promise<Map<string, string>> {
  const text = await readFile(recordOf(folder), 'utf8').catch(() => '');
  const [recordedVersion, ...lines] = text.split('\n');
  if (recordedVersion !== version) return new Map();
  return new Map(lines.map((line) => [line.slice(digestLength + 1), line.slice(0, digestLength)]));
}

function recordOf(folder: string): string {
  return `${path.resolve(folder)}.sha256`;
}

/** Length of a SHA-256 digest in hexadecimal digits. */
const digestLength = 64;

/** Returns the SHA-256 of a file, or `undefined` if it cannot be read. */
async function digestFile(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
