import path from 'node:path';
import type { SearchablePage } from './searchable-site.ts';

/** Identifies a page. */
export type PageName = Pick<SearchablePage, 'locale' | 'path'>;

/** A cache of the pages of a running server. Pages are fetched on demand. */
interface PageCache {
  /** Returns these pages, up to date. Pages that the server can't render are left out. */
  get: (names: readonly PageName[]) => Promise<SearchablePage[]>;
  /** Removes pages that may have changed. */
  invalidate: (mayHaveChanged: (page: PageName) => boolean) => void;
}

/** Creates an empty cache. `fetchPage` returns `undefined` for a page with an error. */
export function createPageCache(fetchPage: (page: PageName) => Promise<string | undefined>): PageCache {
  const cached = new Map<string, SearchablePage>();
  let changes = 0;
  const get = async (name: PageName): Promise<SearchablePage[]> => {
    const key = `${name.locale}/${name.path}`;
    const before = cached.get(key);
    if (before !== undefined) return [before];
    const since = changes;
    const html = await fetchPage(name);
    if (html === undefined) return [];
    const page = { ...name, html };
    // Race: if the content changed during the fetch, the page may be stale, so it is not cached.
    if (since === changes) cached.set(key, page);
    return [page];
  };
  return {
    get: async (names) => {
      const pages: SearchablePage[] = [];
      // One at a time: the server is single-threaded, and the author is waiting for a page of their own.
      for (const name of names) pages.push(...(await get(name)));
      return pages;
    },
    invalidate: (mayHaveChanged) => {
      changes += 1;
      for (const [key, page] of cached) if (mayHaveChanged(page)) cached.delete(key);
    },
  };
}

/**
 * Returns a test for the pages that a change of a file may affect: a text affects its own page, settings may affect
 * all.
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
