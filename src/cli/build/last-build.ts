import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WrittenFile, WrittenSite } from '../../build/index.ts';

// An unchanged site must be done in an instant, so this file imports nothing that takes long to load.

/** What a build has written, and from what. */
export interface LastBuild extends WrittenSite {
  /** Describes the inputs of the build, see {@link describeInputs}. */
  inputs: string;
  /** The day of the build, in the time zone of the site. */
  today: string;
  timezone: string;
}

/** Reads what the last build into a folder has written; `undefined` if none is known. */
export function readLastBuild(cache: string, folder: string): LastBuild | undefined {
  try {
    const [digest = '', json = ''] = readFileSync(recordOf(cache, folder), 'utf8').split('\n');
    if (digest !== digestText(json)) return undefined;
    const { files, ...rest } = JSON.parse(json) as Omit<LastBuild, 'files'> & {
      files: [string, WrittenFile][];
    };
    return { ...rest, folder, files: new Map(files) };
  } catch {
    return undefined;
  }
}

/** Records what a build has written, for the next one. Without a record, for example if the disk is full, the next one takes longer. */
export function recordBuild(cache: string, { folder, files, ...rest }: LastBuild): void {
  const record = recordOf(cache, folder);
  const json = JSON.stringify({ ...rest, files: [...files] });
  try {
    mkdirSync(path.dirname(record), { recursive: true });
    // A folder in place of the file would block it.
    rmSync(record, { recursive: true, force: true });
    writeFileSync(record, `${digestText(json)}\n${json}`);
  } catch {
    rmSync(record, { recursive: true, force: true });
  }
}

/** Returns whether a folder has exactly the files that a build has written there, unchanged. */
export function isIntact({ folder, files }: WrittenSite): boolean {
  const found = listFiles(folder, lstatSync).filter(([name]) => !isHostsOwn(name, files));
  return (
    found.length === files.size &&
    found.every(([name, stat]) => {
      const known = files.get(name);
      return known?.size === stat.size && known.mtimeMs === stat.mtimeMs;
    })
  );
}

/** Returns whether a build leaves a file alone: hidden ones that it did not write, such as those of Git, and its own list of files. */
function isHostsOwn(name: string, files: WrittenSite['files']): boolean {
  return name.startsWith('.') && !files.has(name);
}

/**
 * Describes everything that a build depends on: each input by name, size, inode and the times of its last changes, as `make`
 * and Git do, so that no file has to be read.
 *
 * @param paths absolute paths of files and folders
 * @param values other inputs, such as versions
 */
export function describeInputs(paths: readonly string[], values: readonly string[]): string {
  const hash = createHash('sha256').update(values.join('\0'));
  for (const each of paths)
    for (const [name, { size, ino, mtimeMs, ctimeMs }] of listFiles(each, statSync))
      hash.update(`${each} ${name} ${size} ${ino} ${mtimeMs} ${ctimeMs}\n`);
  return hash.digest('hex');
}

type Stat = ReturnType<typeof statSync> & object;

/**
 * Lists a file, or the files below a folder by path with forward slashes, in order. What can't be read is left out. A folder to
 * which several links lead is listed once, so that links in a circle have an end.
 */
function listFiles(folder: string, describe: (file: string) => Stat): [string, Stat][] {
  const seen = new Set<string>();
  const list = (below: string): [string, Stat][] => {
    const here = path.join(folder, below);
    try {
      const stat = describe(here);
      if (!stat.isDirectory()) return [[below, stat]];
      const identity = `${stat.dev}:${stat.ino}`;
      if (seen.has(identity)) return [];
      seen.add(identity);
      return readdirSync(here)
        .sort()
        .flatMap((name) => list(below === '' ? name : `${below}/${name}`));
    } catch {
      return [];
    }
  };
  return list('');
}

function recordOf(cache: string, folder: string): string {
  return path.join(cache, 'builds', digestText(folder).slice(0, 16));
}

function digestText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
