import { pathToPage } from '../locale/index.ts';
import { folderOf } from '../model/index.ts';

/**
 * Returns the folder of the article or single page (`articles/ps-vs-top`) whose text a page shows, or `undefined` if it shows none.
 *
 * @param name decoded path of the page within the site: `ko/articles/ps-vs-top/`
 */
export function findShownFolder(name: string): string | undefined {
  const [, below = ''] = /^[^/]+\/(.*)$/s.exec(name) ?? [];
  const page = pathToPage(below);
  if (page?.type === 'article' || page?.type === 'side-by-side')
    return folderOf({ kind: 'article', slug: page.slug });
  return page?.type === 'single' ? folderOf({ kind: 'page', slug: page.slug }) : undefined;
}
