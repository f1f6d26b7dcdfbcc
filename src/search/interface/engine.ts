import type { Answer, Question, Search, SearchTrouble } from '../browser/index.ts';

/** What answers questions, loaded with the first of them. */
export interface Engine {
  ask: (question: Question) => Promise<Answer>;
  /** Whether its very code could not be loaded: browsers may not ask for that again as long as a page is open. */
  isLost: () => boolean;
}

/** An engine over the index in a folder; nothing is loaded before it is asked. */
export function createEngine(folder: string): Engine {
  let search: Promise<Search> | undefined;
  let isLost = false;
  const load = async (): Promise<Search> => {
    try {
      const { createSearch } = await import('../browser/index.ts');
      // The index is in a folder of the site.
      const base = new URL('..', new URL(folder, location.href)).pathname;
      return createSearch({ folder, base });
    } catch (error) {
      isLost = true;
      throw error;
    }
  };
  return {
    ask: async (question) => (await (search ??= load())).ask(question),
    isLost: () => isLost,
  };
}

/** What a failed question comes to for its reader. (The class of the error is in the code that may not have come.) */
export function troubleOf(error: unknown): SearchTrouble {
  return error instanceof Error && 'trouble' in error && error.trouble === 'outdated'
    ? 'outdated'
    : 'unreachable';
}
