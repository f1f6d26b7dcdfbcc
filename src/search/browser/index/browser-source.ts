import { SearchError } from '../answer.ts';
import { openPagefind, type PagefindModule } from './postings.ts';
import type { IndexSource } from './reader.ts';

/** The index of a site as a browser has it, by the address of its folder. */
export function browserSource(folder: string): IndexSource {
  return {
    read: async (name, isFresh = false) => {
      const response = await fetch(folder + name, isFresh ? { cache: 'no-cache' } : {});
      // Without a first file there is no index here; without another, the index is a newer one than the first file told of.
      if (!response.ok)
        throw new SearchError(response.status === 404 && !isFresh ? 'outdated' : 'unreachable');
      return new Uint8Array(await response.arrayBuffer());
    },
    openPostings: async (name, build) => {
      const address = `${folder}${name}pagefind.js?${build}`;
      const pagefind = (await import(/* @vite-ignore */ address)) as PagefindModule;
      return openPagefind(pagefind, folder + name, build);
    },
  };
}
