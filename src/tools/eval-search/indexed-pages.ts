import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../sites/run.ts';

/** Reads the pages of a built site that other searches should index, by file with `/` between folders. */
export async function readIndexedPages(output: string): Promise<Map<string, string>> {
  const files = listFiles(output).filter((file) => file.endsWith('.html'));
  const pages = new Map<string, string>();
  for (const file of files)
    pages.set(file.split(path.sep).join('/'), await readFile(path.join(output, file), 'utf8'));
  return selectPages(pages);
}

/**
 * Selects the pages that other searches should index, by file: pages with `data-pagefind-body`, or else all articles, to which
 * it adds that attribute. Leaves out pages with `noindex`.
 */
export function selectPages(pages: ReadonlyMap<string, string>): Map<string, string> {
  const shown = [...pages].filter(([, html]) => !isHidden(html));
  const marked = shown.filter(([, html]) => / data-pagefind-body\b/.test(html));
  if (marked.length > 0) return new Map(marked);
  const articles = shown.filter(([file]) => /^[^/]+\/articles\/[^/]+\/index\.html$/.test(file));
  return new Map(articles.map(([file, html]) => [file, markText(html)]));
}

/** Marks title and text for Pagefind, but not the table of contents and links to other articles. */
function markText(html: string): string {
  return html
    .replace('<h1', '<h1 data-pagefind-body')
    .replace('<div class="prose"', '<div data-pagefind-body class="prose"');
}

function isHidden(html: string): boolean {
  return /<meta name="robots" content="[^"]*noindex/.test(html);
}
