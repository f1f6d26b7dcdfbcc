import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { FoundFile } from './list-files.ts';

/** The results of reading folders, by path, so that an unchanged folder need not be read again. */
export interface FolderMemory<T> {
  /** Returns what was read from a folder, or reads it if it has changed since. Returns the same object for the same content. */
  recall: (folder: FolderState, read: () => Promise<T>) => Promise<T>;
  /** Forgets all folders that have not been recalled since the last call. */
  sweep: () => void;
}

/** A folder and its files, whose stamps show a change. */
export interface FolderState {
  /** Absolute path. */
  path: string;
  files: readonly FoundFile[];
  /** Other inputs of the reading. */
  context: unknown;
}

interface Remembered<T> {
  stamp: string;
  /** Whether a file was so young that a later change might have left its stamp unchanged. */
  isRecent: boolean;
  value: T;
}

/**
 * A file that is changed twice within the resolution of its time stamp, to the same size, looks unchanged. 2 s is the coarsest
 * resolution of file systems in use, that of FAT.
 */
const resolutionMs = 2000;

/** Creates an empty memory. Nothing is remembered of a folder with a file that could not be read. */
export function createFolderMemory<T extends { diagnostics: readonly Diagnostic[] }>(): FolderMemory<T> {
  const remembered = new Map<string, Remembered<T>>();
  const recalled = new Set<string>();
  return {
    recall: async ({ path, files, context }, read) => {
      const now = Date.now();
      const states = files.map(stateOf);
      const stamp = JSON.stringify([context, states]);
      const before = remembered.get(path);
      recalled.add(path);
      if (before?.stamp === stamp && !before.isRecent) return before.value;
      const made = await read();
      const value = isDeepStrictEqual(made, before?.value) && before !== undefined ? before.value : made;
      const isRecent = states.some(({ changed }) => changed > now - resolutionMs);
      if (value.diagnostics.some(({ rule }) => rule.endsWith('/unreadable'))) remembered.delete(path);
      else remembered.set(path, { stamp, isRecent, value });
      return value;
    },
    sweep: () => {
      for (const path of remembered.keys()) if (!recalled.has(path)) remembered.delete(path);
      recalled.clear();
    },
  };
}

function stateOf({ name, path }: FoundFile) {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return { name, path, size, mtimeMs, ino, changed: Math.max(mtimeMs, ctimeMs) };
}
