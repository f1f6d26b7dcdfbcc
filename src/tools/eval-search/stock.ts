import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createIndex } from 'pagefind';
import { writeFiles } from '../sites/run.ts';
import { readIndexedPages } from './indexed-pages.ts';

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
  writeFiles(pages, Object.fromEntries(await readIndexedPages(output)));
  const count = await indexPages(pages, path.join(folder, 'pagefind'));
  await rm(pages, { recursive: true });
  const template = readFileSync(path.join(import.meta.dirname, 'stock-page.html'), 'utf8');
  for (const locale of locales)
    writeFiles(folder, { [`${locale}/index.html`]: template.replace('{{lang}}', locale) });
  return count;
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
