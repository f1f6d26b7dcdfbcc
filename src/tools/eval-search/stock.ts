import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createIndex } from 'pagefind';
import { listFiles } from '../sites/run.ts';

/**
 * Indexes the pages of a built site with Pagefind’s default settings, one index per language, and writes them to a folder with a
 * minimal search page for each language. Returns the number of indexed pages.
 */
export async function buildStock(
  output: string,
  locales: readonly string[],
  folder: string,
): Promise<number> {
  const pages = path.join(folder, 'indexed pages');
  await copyPages(output, pages);
  const count = await indexPages(pages, path.join(folder, 'pagefind'));
  await rm(pages, { recursive: true });
  const template = await readFile(path.join(import.meta.dirname, 'stock-page.html'), 'utf8');
  for (const locale of locales)
    await writeFileIn(path.join(folder, locale, 'index.html'), template.replace('{{lang}}', locale));
  return count;
}

async function copyPages(output: string, folder: string): Promise<void> {
  const files = listFiles(output).filter((file) => file.endsWith('.html'));
  const pages = new Map<string, string>();
  for (const file of files)
    pages.set(file.split(path.sep).join('/'), await readFile(path.join(output, file), 'utf8'));
  for (const [file, html] of markForStock(pages)) await writeFileIn(path.join(folder, file), html);
}

async function indexPages(pages: string, bundle: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join('\n'));
  try {
    const added = await index.addDirectory({ path: pages });
    const written = await index.writeFiles({ outputPath: bundle });
    const problems = [...added.errors, ...written.errors];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return added.page_count;
  } finally {
    await index.deleteIndex();
  }
}

async function writeFileIn(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * Selects the pages that stock Pagefind should index, by file: pages with `data-pagefind-body`, or else all articles, to which
 * it adds that attribute. Leaves out pages with `noindex`.
 */
export function markForStock(pages: ReadonlyMap<string, string>): Map<string, string> {
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
