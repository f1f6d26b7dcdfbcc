import { createHash } from 'node:crypto';
import path from 'node:path';
import { digestSources, openPack, type Pack } from '../cache/index.ts';
import type { PackedRuns, HighlightMemory } from '../markdown/index.ts';
import { ownProject } from './code-digest.ts';

/** Highlighted code by digest of its language and text. */
type Highlights = Pack<PackedRuns>;

/** The code that highlights, besides the packages that the lock file pins. */
const folders = ['src/markdown/code'];

const opened = new Map<string, Promise<Highlights>>();

/** Returns the highlighted code in a build cache, which each thread reads when it renders its first text. */
export function openHighlights(cache: string): Promise<Highlights> {
  const open = async (): Promise<Highlights> =>
    openPack(path.join(cache, 'texts'), 'highlights', digestSources(ownProject, folders));
  const highlights = opened.get(cache) ?? open();
  opened.set(cache, highlights);
  return highlights;
}

/** Saves the highlighted code with these keys, if this thread has opened it. Otherwise no code has changed. */
export async function saveHighlights(cache: string, keys: Iterable<string>): Promise<void> {
  await (await opened.get(cache))?.save(keys);
}

/** The highlighted code of one text. */
interface RecordedHighlights {
  memory: HighlightMemory;
  /** Keys of all its code. */
  keys: Set<string>;
  /** Highlighted code that was not in the cache, by key. */
  added: Map<string, PackedRuns>;
}

/** Returns a memory that records which code a text has. */
export function recordHighlights(highlights: Highlights): RecordedHighlights {
  const keys = new Set<string>();
  const added = new Map<string, PackedRuns>();
  const memory: HighlightMemory = {
    get: (language, code) => {
      const key = toKey(language, code);
      keys.add(key);
      return highlights.get(key);
    },
    set: (language, code, runs) => {
      const key = toKey(language, code);
      added.set(key, runs);
      highlights.set(key, runs);
    },
  };
  return { memory, keys, added };
}

function toKey(language: string, code: string): string {
  return createHash('sha256').update(`${language}\n${code}`).digest('base64url').slice(0, 22);
}
