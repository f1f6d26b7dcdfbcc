import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hasCode } from '../file-error.ts';

/** The output folder, and where a build keeps temporary folders for it. */
export interface Output {
  /** Absolute path of the output folder, without symbolic links. */
  folder: string;
  /** Absolute path that all temporary folders start with: `/site/.dist.`. */
  temporary: string;
}

/** The file in the output folder that lists the names a build has written there. */
export const manifest = '.narani';

/**
 * Replaces the site in the output folder with the one in `next`. Only the files and folders at the top are renamed; the output folder
 * itself stays, because it may be a mount point, a symbolic link or in a folder that is not writable. Hidden files that no build
 * wrote, such as `.git`, stay untouched.
 *
 * If this throws or the process is killed, {@link restoreOutput} brings the previous site back. It is synchronous, so signal
 * handlers run only after it.
 *
 * @returns hidden names of the new site that were dropped because the output folder has its own
 */
export function swapOutput(output: Output, next: string): string[] {
  const { folder } = output;
  const { leaving, last } = foldersOf(output);
  mkdirSync(folder, { recursive: true });
  const old = listOwn(folder);
  const kept = readdirSync(folder).filter((name) => !old.includes(name));
  const names = readdirSync(next).sort();
  const added = names.filter((name) => !kept.includes(name));
  writeFileSync(path.join(next, manifest), `${added.join('\n')}\n`);

  mkdirSync(leaving);
  for (const name of old) move(path.join(folder, name), path.join(leaving, name), output);
  // From here on, the manifest in the output folder lists names of the new site.
  renameSync(leaving, last);
  for (const name of [manifest, ...added]) move(path.join(next, name), path.join(folder, name), output);
  // Commits: what is in `next` is deleted, not restored.
  renameSync(last, path.join(next, 'last'));
  return names.filter((name) => kept.includes(name));
}

/** Brings back the previous site if a swap of it did not finish. Can be interrupted and repeated. */
export function restoreOutput(output: Output): void {
  const { folder } = output;
  const { leaving, last, copy } = foldersOf(output);
  if (existsSync(last)) {
    for (const name of [...readManifest(folder), manifest]) remove(path.join(folder, name));
    renameSync(last, leaving);
  }
  if (existsSync(leaving)) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(leaving)) {
      // What was copied across file systems may still be here, incompletely deleted.
      remove(path.join(folder, name));
      move(path.join(leaving, name), path.join(folder, name), output);
    }
    rmdirSync(leaving);
  }
  remove(copy);
}

/** Returns the names in the output folder that a build replaces: all but hidden ones that no build wrote. */
export function listOwn(folder: string): string[] {
  const written = readManifest(folder);
  return readdirSync(folder).filter(
    (name) => !name.startsWith('.') || name === manifest || written.includes(name),
  );
}

/** Returns the names that the last build wrote to the output folder. */
export function readManifest(folder: string): string[] {
  try {
    const text = readFileSync(path.join(folder, manifest), 'utf8');
    // A name never contains a separator, so a damaged manifest can't name anything outside the folder.
    return text.split('\n').filter((name) => name !== '' && name !== '..' && path.basename(name) === name);
  } catch {
    return [];
  }
}

/**
 * `leaving` holds what has been moved out of the output folder so far; `last` holds the whole previous site. `copy` holds an
 * incomplete copy.
 */
function foldersOf({ temporary }: Output): Record<'leaving' | 'last' | 'copy', string> {
  return { leaving: `${temporary}leaving`, last: `${temporary}last`, copy: `${temporary}copy` };
}

/** Renames a file or folder. On an overlay file system, folders of a lower layer can only be copied. */
function move(from: string, to: string, output: Output): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    const { copy } = foldersOf(output);
    remove(copy);
    cpSync(from, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    renameSync(copy, to);
    remove(from);
  }
}

function remove(file: string): void {
  rmSync(file, { recursive: true, force: true });
}
