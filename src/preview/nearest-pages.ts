import { distance } from 'fastest-levenshtein';

/** Number of pages that are suggested at most. */
const maxPages = 3;

/**
 * Returns the addresses of pages that are most similar to one without a page, nearest first: at most a third of its characters differ.
 *
 * @param href percent-encoded address
 * @param pages percent-encoded addresses of all pages
 */
export function findNearestPages(href: string, pages: readonly string[]): string[] {
  const wanted = decode(href);
  return pages
    .filter((page) => !page.endsWith('/404/'))
    .map((page) => ({ page, edits: distance(wanted, decode(page)) }))
    .filter(({ edits }) => edits <= wanted.length / 3)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, maxPages)
    .map(({ page }) => page);
}

function decode(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
