import path from 'node:path';
import type { SearchablePage } from './searchable-site.ts';

/** What names a page, without what it holds. */
export type PageName = Pick<SearchablePage, 'locale' | 'path'>;

/** Pages of a server that is running, each asked for when it is first wanted and again when it may have changed. */
export interface KeptPages {
  /** These pages as they are now; those that the server can't give are left out. */
  get: (names: readonly PageName[]) => Promise<SearchablePage[]>;
  /** Ask anew for pages that may have changed. */
  forget: (mayHaveChanged: (page: PageName) => boolean) => void;
}

/** Pages kept as long as nothing changes them, got by `fetchPage`, which gives nothing where there is an error. */
export function keepPages(fetchPage: (page: PageName) => Promise<string | undefined>): KeptPages {
  const kept = new Map<string, SearchablePage>();
  let changes = 0;
  const get = async (name: PageName): Promise<SearchablePage[]> => {
    const key = `${name.locale}/${name.path}`;
    const before = kept.get(key);
    if (before !== undefined) return [before];
    const since = changes;
    const html = await fetchPage(name);
    if (html === undefined) return [];
    const page = { ...name, html };
    // What came while something changed may be from before.
    if (since === changes) kept.set(key, page);
    return [page];
  };
  return {
    get: async (names) => {
      const pages: SearchablePage[] = [];
      // One after the other: the server does its work on one thread, and its author waits for a page of their own.
      for (const name of names) pages.push(...(await get(name)));
      return pages;
    },
    forget: (mayHaveChanged) => {
      changes += 1;
      for (const [key, page] of kept) if (mayHaveChanged(page)) kept.delete(key);
    },
  };
}

/**
 * Which pages a change of a file may have changed: a text shows on its own page, settings may show on all.
 *
 * @param file path within the content folder
 * @example
 * pagesChangedBy('articles/first/ko.md')({ locale: 'en', path: 'articles/first/' }) // true
 */
export function pagesChangedBy(file: string): (page: PageName) => boolean {
  const [folder = '', slug] = file.split(path.sep);
  if (slug === undefined || !['articles', 'pages'].includes(folder)) return () => true;
  const own =
    folder === 'articles' ? `articles/${encodeURIComponent(slug)}/` : `${encodeURIComponent(slug)}/`;
  return (page) => page.path === own;
}
