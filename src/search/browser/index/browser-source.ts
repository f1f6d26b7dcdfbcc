import { manifestName, toPagefindTerm } from '../../contract/index.ts';
import { SearchError } from '../answer.ts';
import type { FindPlaces, IndexSource } from './reader.ts';

/** Requests that a page sends before the engine needs their answers. */
export interface EarlyLoading {
  /** The request for the manifest, if it has been sent already. */
  manifest?: Promise<Response>;
  /** Starts to load a file that is going to be fetched. */
  preload?: (href: string) => void;
}

/** Reads an index over HTTP from the address of its folder. */
export function browserSource(folder: string, { manifest, preload }: EarlyLoading): IndexSource {
  let openings = 0;
  let early = manifest;
  return {
    read: async (name, cache = 'default') => {
      const request = name === manifestName ? early : undefined;
      if (request !== undefined) early = undefined;
      const response = await (request ?? fetch(folder + name, { cache }));
      // Without the manifest there is no index. Another file is missing if the index was replaced after the manifest
      // was read.
      if (!response.ok)
        throw new SearchError(response.status === 404 && name !== manifestName ? 'outdated' : 'unreachable');
      return new Uint8Array(await response.arrayBuffer());
    },
    openPostings: async (name, build, files) => {
      // Pagefind would fetch them one after the other.
      if (openings === 0) for (const file of files) preload?.(folder + name + toVersioned(file, build));
      // Browsers never import an address again that once failed, so a retry needs another.
      const retry = openings === 0 ? '' : `-${openings}`;
      openings += 1;
      const address = `${folder}${name}pagefind.js?${build}${retry}`;
      const pagefind = (await import(/* @vite-ignore */ address)) as PagefindModule;
      return openPagefind(pagefind, folder + name, build);
    },
  };
}

/** Returns the name with which Pagefind fetches a file: only its entry gets the cache tag. */
function toVersioned(file: string, build: string): string {
  return file.endsWith('.json') ? `${file}?ts=${build}` : file;
}

/** The parts of Pagefind's module that are used; see its `types/internal.d.ts`. */
export interface PagefindModule {
  createInstance: (options: {
    basePath: string;
    noWorker: boolean;
    metaCacheTag: string;
  }) => PagefindInstance;
}

/** An open Pagefind index. */
interface PagefindInstance {
  init: (language: string) => Promise<void>;
  /** Loads the files of a query without looking it up. */
  preload: (query: string) => Promise<void>;
  search: (query: string) => Promise<{ results: readonly { id: string; words: readonly number[] }[] }>;
}

/**
 * Opens Pagefind as a store of postings. It runs without its worker: a lookup takes a few milliseconds, and the worker
 * would be a second copy of the program to load.
 *
 * @param basePath address of Pagefind's folder
 * @param build hash of the index, the cache key of its files
 */
export async function openPagefind(
  { createInstance }: PagefindModule,
  basePath: string,
  build: string,
): Promise<FindPlaces> {
  const instance = createInstance({ basePath, noWorker: true, metaCacheTag: build });
  // A language that Pagefind doesn't segment itself, whatever the page's language is.
  await instance.init('ko');
  const takeTurn = createTurns();
  return async (term) => {
    const written = toPagefindTerm(term);
    // Files are loaded side by side. Lookups take turns, so that no task is long.
    await instance.preload(written);
    const { results } = await takeTurn(async () => instance.search(written));
    return results.map(({ id, words }) => ({ id, places: words }));
  };
}

/** Milliseconds after which a task yields to others, such as painting a typed letter. */
const longestTurnMs = 10;

/** Returns a function that runs jobs one after the other, and yields to the main thread between them. */
function createTurns(): <Result>(job: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  let begunAtMs = performance.now();
  return (job) => {
    const turn = last.then(async () => {
      if (performance.now() - begunAtMs > longestTurnMs) {
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        begunAtMs = performance.now();
      }
      return job();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
