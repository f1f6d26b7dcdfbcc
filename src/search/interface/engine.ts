import type { Search, SearchFailure } from '../browser/index.ts';

/** The search engine, lazy-loaded on the first query. */
export interface Engine {
  /** See {@link Search.ask}. */
  ask: Search['ask'];
  /** See {@link Search.preload}. */
  preload: Search['preload'];
  /** Returns whether the engine's script failed to load. Browsers may cache that failure until the page is reloaded. */
  hasFailedToLoad: () => boolean;
}

/**
 * Creates an engine over the index in a folder.
 *
 * @param manifest the request for the manifest of the index
 */
export function createEngine(folder: string, manifest: Promise<Response>): Engine {
  let search: Promise<Search> | undefined;
  let hasFailedToLoad = false;
  const load = async (): Promise<Search> => {
    try {
      const { createSearch } = await import('./load-engine.ts');
      // The index is in a folder directly below the base path of the site.
      const base = new URL('..', new URL(folder, location.href)).pathname;
      return createSearch({ folder, base, manifest, preload });
    } catch (error) {
      hasFailedToLoad = true;
      throw error;
    }
  };
  return {
    ask: async (question, onEarlier) => (await (search ??= load())).ask(question, onEarlier),
    preload: (locale, query) => {
      search ??= load();
      search.then(
        (loaded) => {
          loaded.preload(locale, query);
        },
        // The first query reports it.
        () => undefined,
      );
    },
    hasFailedToLoad: () => hasFailedToLoad,
  };
}

/** Starts to load a file of the index. Titles and the lexicon, which are fetched at the same time, come first. */
function preload(href: string): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.fetchPriority = 'low';
  link.href = href;
  document.head.append(link);
}

/**
 * Classifies an error of the engine. It can't use `instanceof SearchError`: that class is part of the script that may
 * have failed to load.
 */
export function classifyError(error: unknown): SearchFailure {
  return error instanceof Error && 'failure' in error && error.failure === 'outdated'
    ? 'outdated'
    : 'unreachable';
}
