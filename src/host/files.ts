import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Result of a lookup: a file, a directory whose address lacks the trailing slash, or nothing. */
export type FileLookup =
  { kind: 'file'; names: readonly string[] } | { kind: 'directory' } | { kind: 'nothing' };

/** Finds the file of an address in the built site. `segments` are safe (`isSafePath`) and relative to the base. */
export function findFile(directory: string, segments: readonly string[]): FileLookup {
  const names = segments.filter((segment) => segment !== '');
  if (isPrivate(names)) return { kind: 'nothing' };
  const index = [...names, 'index.html'];
  if (segments.at(-1) === '')
    return isFile(directory, index) ? { kind: 'file', names: index } : { kind: 'nothing' };
  if (isFile(directory, names)) return { kind: 'file', names };
  return isFile(directory, index) ? { kind: 'directory' } : { kind: 'nothing' };
}

/** Returns whether a file must not be served: instructions for the host and dot files. Ignores case, as some file systems do. */
function isPrivate(names: readonly string[]): boolean {
  const isInstruction = names.length === 1 && /^_(?:headers|redirects)$/i.test(names[0] ?? '');
  return isInstruction || names.some((name) => name.startsWith('.') && name !== '.well-known');
}

function isFile(directory: string, names: readonly string[]): boolean {
  try {
    const path = realpathSync(join(directory, ...names));
    if (!isPublic(realpathSync(directory), path)) return false;
    // An unreadable file would fail only while it is sent, too late for an error response.
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Returns whether a file is in the root, and not private, once symbolic links are resolved: links may lead anywhere. */
function isPublic(root: string, path: string): boolean {
  return path.startsWith(root + sep) && !isPrivate(relative(root, path).split(sep));
}
