import { toPagefindTerm } from '../../contract/index.ts';

/** Where a term stands in one text. */
export interface TextPlaces {
  /** Name of the text in the index. */
  id: string;
  /** Numbers of the words, in their order. */
  places: readonly number[];
}

/** Gives where a term stands. */
export type FindPlaces = (term: string) => Promise<readonly TextPlaces[]>;

/** What is used of the module that Pagefind ships (its `types/internal.d.ts` holds more). */
export interface PagefindModule {
  createInstance: (options: {
    basePath: string;
    noWorker: boolean;
    metaCacheTag: string;
  }) => PagefindInstance;
}

/** An index of Pagefind, opened. */
interface PagefindInstance {
  init: (language: string) => Promise<void>;
  search: (query: string) => Promise<{ results: readonly { id: string; words: readonly number[] }[] }>;
}

/**
 * Pagefind as a store of where terms stand. It runs without its worker: a term is looked up in a few milliseconds, and
 * the worker would be a second copy of the program to load.
 *
 * @param basePath address of Pagefind's folder
 * @param build digest of the index, by which browsers may keep its files
 */
export async function openPagefind(
  { createInstance }: PagefindModule,
  basePath: string,
  build: string,
): Promise<FindPlaces> {
  const instance = createInstance({ basePath, noWorker: true, metaCacheTag: build });
  // A language that Pagefind doesn't part into words by itself, whatever the page's is.
  await instance.init('ko');
  return async (term) => {
    const { results } = await instance.search(toPagefindTerm(term));
    return results.map(({ id, words }) => ({ id, places: words }));
  };
}
