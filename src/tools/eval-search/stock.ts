import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createIndex } from 'pagefind';
import { listFiles } from '../sites/run.ts';

/**
 * Index the pages of a built site with Pagefind’s own settings, an index for each language, and put that into a folder to be
 * served, with a search page for each language at its root. Gives how many pages were indexed.
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
  const htmls = new Map<string, string>();
  for (const file of files)
    htmls.set(file.split(path.sep).join('/'), await readFile(path.join(output, file), 'utf8'));
  for (const [file, html] of markForStock(htmls)) await writeFileIn(path.join(folder, file), html);
}

async function indexPages(pages: string, bundle: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join('\n'));
  try {
    const added = await index.addDirectory({ path: pages });
    const written = await index.writeFiles({ outputPath: bundle });
    const troubles = [...added.errors, ...written.errors];
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
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
 * The pages of a built site that stock Pagefind is to index, by their file: those that say so, else the articles, marked as
 * Pagefind’s documentation asks for. Pages that ask not to be indexed stay out.
 */
export function markForStock(pages: ReadonlyMap<string, string>): Map<string, string> {
  const shown = [...pages].filter(([, html]) => !isHidden(html));
  const marked = shown.filter(([, html]) => / data-pagefind-body\b/.test(html));
  if (marked.length > 0) return new Map(marked);
  const articles = shown.filter(([file]) => /^[^/]+\/articles\/[^/]+\/index\.html$/.test(file));
  return new Map(articles.map(([file, html]) => [file, markText(html)]));
}

/** Title and text, as themes mark them that come with Pagefind; neither contents nor what leads elsewhere. */
function markText(html: string): string {
  return html
    .replace('<h1', '<h1 data-pagefind-body')
    .replace('<div class="prose"', '<div data-pagefind-body class="prose"');
}

function isHidden(html: string): boolean {
  return /<meta name="robots" content="[^"]*noindex/.test(html);
}
