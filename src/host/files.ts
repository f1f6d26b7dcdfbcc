import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

/** What an address leads to: a file, a directory asked for without its slash, or nothing. */
export type Found = { kind: 'file'; names: readonly string[] } | { kind: 'directory' } | { kind: 'nothing' };

/** Look an address up in the built site; `segments` are plain (`isPlain`) and below the base. */
export function findFile(directory: string, segments: readonly string[]): Found {
  const names = segments.filter((segment) => segment !== '');
  if (isPrivate(names)) return { kind: 'nothing' };
  const index = [...names, 'index.html'];
  if (segments.at(-1) === '')
    return isFile(directory, index) ? { kind: 'file', names: index } : { kind: 'nothing' };
  if (isFile(directory, names)) return { kind: 'file', names };
  return isFile(directory, index) ? { kind: 'directory' } : { kind: 'nothing' };
}

/** The host's own instructions, and dot files, are not part of the site. Case is folded as some disks fold it. */
function isPrivate(names: readonly string[]): boolean {
  const isInstruction = names.length === 1 && /^_(?:headers|redirects)$/i.test(names[0] ?? '');
  return isInstruction || names.some((name) => name.startsWith('.') && name !== '.well-known');
}

function isFile(directory: string, names: readonly string[]): boolean {
  const path = join(directory, ...names);
  try {
    // An unreadable file would fail only once it is being sent, too late to answer with anything else.
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
