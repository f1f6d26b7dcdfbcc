import type { Answer, Question, Search, SearchFailure } from '../browser/index.ts';

/** The search engine, lazy-loaded on the first query. */
export interface Engine {
  ask: (question: Question) => Promise<Answer>;
  /** Returns whether the engine's script failed to load. Browsers may cache that failure until the page is reloaded. */
  hasFailedToLoad: () => boolean;
}

/** Creates an engine over the index in a folder. */
export function createEngine(folder: string): Engine {
  let search: Promise<Search> | undefined;
  let hasFailedToLoad = false;
  const load = async (): Promise<Search> => {
    try {
      const { createSearch } = await import('../browser/index.ts');
      // The index is in a folder directly below the base path of the site.
      const base = new URL('..', new URL(folder, location.href)).pathname;
      return createSearch({ folder, base });
    } catch (error) {
      hasFailedToLoad = true;
      throw error;
    }
  };
  return {
    ask: async (question) => (await (search ??= load())).ask(question),
    hasFailedToLoad: () => hasFailedToLoad,
  };
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
