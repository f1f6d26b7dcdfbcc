import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to write: its absolute path, its text and the bytes it replaces (`undefined` if it is new). */
export interface NewFile {
  path: string;
  text: string;
  current: Uint8Array | undefined;
}

/** A folder to rename, as absolute paths. */
export interface Move {
  from: string;
  to: string;
}

/**
 * Writes files as a transaction: all of them or none. They are first written to a temporary folder inside `folder`, then renamed
 * into place; if a rename fails, the earlier ones are rolled back. SIGINT and SIGTERM take effect once this is done.
 *
 * @param moves folders to rename before the files are written; the paths of files are those after that
 */
export async function writeFiles(
  folder: string,
  files: readonly NewFile[],
  moves: readonly Move[] = [],
): Promise<void> {
  const received: NodeJS.Signals[] = [];
  const defer = (signal: NodeJS.Signals): void => void received.push(signal);
  process.on('SIGINT', defer).on('SIGTERM', defer);
  const rollback: (() => Promise<void>)[] = [];
  const createFolder = async (name: string): Promise<void> => {
    const created = await mkdir(name, { recursive: true });
    if (created !== undefined) rollback.push(() => rm(created, { recursive: true, force: true }));
  };
  const temporary = path.join(folder, `.new-${process.pid}`);
  try {
    await createFolder(folder);
    await mkdir(temporary);
    for (const [index, { text }] of files.entries())
      await writeFile(path.join(temporary, String(index)), text);
    for (const { from, to } of moves) {
      await refuseExisting(from, to);
      await rename(from, to);
      rollback.push(() => rename(to, from));
    }
    for (const [index, { path: file, current }] of files.entries()) {
      await createFolder(path.dirname(file));
      await rename(path.join(temporary, String(index)), file);
      rollback.push(() => (current === undefined ? rm(file, { force: true }) : writeFile(file, current)));
    }
  } catch (error) {
    for (const step of rollback.toReversed()) await step();
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
    process.off('SIGINT', defer).off('SIGTERM', defer);
  }
  if (received.length > 0) process.exit(130);
}

/**
 * Throws an error if there is something at the new place of a folder, which would be moved over an empty one. On file systems that
 * ignore case, the folder itself may be there.
 */
async function refuseExisting(from: string, to: string): Promise<void> {
  const [own, found] = await Promise.all([from, to].map((place) => lstat(place).catch(() => undefined)));
  if (found !== undefined && found.ino !== own?.ino)
    throw Object.assign(new Error(`EEXIST: ${to} already exists`), { code: 'EEXIST', path: to });
}
