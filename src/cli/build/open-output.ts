import {
  existsSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import type { Folders } from '../../environment/index.ts';
import { claim } from '../claim.ts';
import { CommandError } from '../command-error.ts';
import { root } from '../root.ts';
import { hasCode } from '../file-error.ts';
import { listOwn, manifest, readManifest, restoreOutput, type Output } from './swap-output.ts';

/** An output folder that no other build uses meanwhile, and an empty folder to build the next site in. */
export interface OpenOutput extends Output {
  next: string;
  /** The topmost folder that had to be created; `undefined` if none. */
  created: string | undefined;
}

/**
 * Prepares the output folder for a build. Brings back a site that an interrupted build moved away, deletes what killed builds left
 * behind, and creates a folder for the next site on the same file system, so that the finished site can be renamed into place.
 *
 * Throws a `CommandError` unless the output folder is missing, empty or an earlier build: a build replaces everything in it.
 */
export async function openOutput({ content, output }: Folders): Promise<OpenOutput> {
  const folder = resolveLinks(output);
  checkOverlap(folder, content);
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw unusable(folder, 'it is not a folder');
  const beside = path.join(path.dirname(folder), `.${path.basename(folder)}.`);
  const inside = path.join(folder, `${manifest}.`);
  const opened = (await open({ folder, temporary: beside })) ?? (await open({ folder, temporary: inside }));
  if (opened === undefined) throw unusable(folder, 'it is not writable');
  try {
    checkNames(folder);
  } catch (error) {
    closeOutput(opened);
    throw error;
  }
  return opened;
}

/** Deletes the temporary folders of a build, and empty folders created for a site that was not built. */
export function closeOutput({ folder, next, created }: OpenOutput): void {
  rmSync(next, { recursive: true, force: true, maxRetries: 5 });
  if (created === undefined || existsSync(folder)) return;
  try {
    for (let empty = path.dirname(folder); contains(created, empty); empty = path.dirname(empty))
      rmdirSync(empty);
  } catch {
    // Another program uses the folder by now.
  }
}

/** Resolves symbolic links, even if their target does not exist yet. */
function resolveLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (!hasCode(error, 'ENOENT') || parent === folder) return folder;
    const link = readLink(folder);
    return link === undefined
      ? path.join(resolveLinks(parent), path.basename(folder))
      : resolveLinks(path.resolve(parent, link));
  }
}

function readLink(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

function checkOverlap(folder: string, content: string): void {
  const inputs = [content, ...['src', 'public', 'node_modules'].map((name) => path.join(root, name))];
  const overlapsInput = inputs.some((input) => contains(input, folder) || contains(folder, input));
  if (overlapsInput || contains(folder, root))
    throw unusable(folder, 'it contains, or is inside, a folder that the site is built from');
}

/** Opens an output with temporary folders in this place; returns `undefined` if they can't be there. */
async function open(output: Output): Promise<OpenOutput | undefined> {
  const { folder, temporary } = output;
  const created = mkdirSync(path.dirname(temporary), { recursive: true });
  const next = await claim(`${temporary}next-`).catch((error: unknown) => {
    if (existsSync(folder) && hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return undefined;
    throw error;
  });
  if (next === undefined) return undefined;
  if (typeof next === 'number') throw inUse(folder, next);
  const opened = { ...output, next, created };
  try {
    restoreOutput(output);
    if (canMove(next, folder)) return opened;
  } catch (error) {
    closeOutput(opened);
    throw error;
  }
  closeOutput(opened);
  return undefined;
}

/** Returns whether files can be renamed from one folder to another; throws if the other is not writable. */
function canMove(from: string, to: string): boolean {
  if (!existsSync(to)) return true;
  const probe = path.join(from, 'probe');
  mkdirSync(probe);
  try {
    const moved = path.join(to, `${manifest}.probe`);
    renameSync(probe, moved);
    rmdirSync(moved);
    return true;
  } catch (error) {
    rmdirSync(probe);
    if (hasCode(error, 'EXDEV')) return false;
    throw error;
  }
}

/** Throws if the output folder contains something that no build has written. */
function checkNames(folder: string): void {
  if (!existsSync(folder)) return;
  const written = readManifest(folder);
  const unknown = listOwn(folder).filter((name) => !name.startsWith('.') && !written.includes(name));
  if (unknown.length > 0)
    throw unusable(folder, `it contains ${unknown.slice(0, 3).join(', ')}, which no build has written`);
}

function unusable(folder: string, reason: string): CommandError {
  return new CommandError(
    [
      `${folder}: Cannot use this folder for the output: ${reason}`,
      '  why  A build replaces everything in the output folder.',
      '  fix  Empty the folder, or set OUT_DIR to a folder used for nothing else, such as `dist`.',
    ].join('\n'),
  );
}

function inUse(folder: string, pid: number): CommandError {
  return new CommandError(
    [
      `${folder}: Another build is writing this folder (process ${pid})`,
      '  why  Two builds would mix their files.',
      '  fix  Wait until it ends, or set OUT_DIR to another folder.',
    ].join('\n'),
  );
}

function contains(folder: string, other: string): boolean {
  const relative = path.relative(folder, other);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
