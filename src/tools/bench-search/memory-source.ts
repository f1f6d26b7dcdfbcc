import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { openPagefind, type IndexSource, type PagefindModule } from '../../search/browser/index.ts';

/** An index in memory, and what is loaded of it. */
export interface MemorySource extends IndexSource {
  /** Returns the bytes of all files loaded since the last call, as they are transferred, and forgets which were loaded if `isNew`. */
  takeBytes: (isNew: boolean) => number;
}

/** Bytes of the HTTP headers of a response. */
const headerBytes = 250;

/** Creates a source that serves files to the engine and to Pagefind's program, which fetches its own. */
export function createMemorySource(files: ReadonlyMap<string, Uint8Array>): MemorySource {
  const loaded = new Set<string>();
  const sizes = new Map<string, number>();
  let taken: string[] = [];
  const load = (name: string): Uint8Array => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`The index has no ${name}`);
    if (!loaded.has(name)) taken.push(name);
    loaded.add(name);
    return file;
  };
  // Compressed after a query has been timed.
  const sizeOf = (name: string): number => {
    const size = sizes.get(name) ?? headerBytes + transferredSize(name, load(name));
    sizes.set(name, size);
    return size;
  };
  const folder = '/search/';
  globalThis.fetch = (address) => {
    const [, name = ''] = /^\/search\/([^?]*)/.exec(typeof address === 'string' ? address : '') ?? [];
    return Promise.resolve(new Response(new Uint8Array(load(name))));
  };
  return {
    read: (name) => Promise.resolve(load(name)),
    openPostings: async (name, build) => {
      const program = path.join(mkdtempSync(path.join(tmpdir(), 'narani-bench-')), 'pagefind.mjs');
      writeFileSync(program, load(`${name}pagefind.js`));
      const pagefind = (await import(pathToFileURL(program).href)) as PagefindModule;
      return openPagefind(pagefind, folder + name, build);
    },
    takeBytes: (isNew) => {
      const bytes = taken.reduce((sum, name) => sum + sizeOf(name), 0);
      taken = [];
      if (isNew) loaded.clear();
      return bytes;
    },
  };
}

/** Returns the size of a file as hosts send it: text as Brotli, other files as they are. */
function transferredSize(name: string, file: Uint8Array): number {
  if (!/\.(?:json|txt|js)$/.test(name)) return file.length;
  return brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
