import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniSearch, { type Options } from 'minisearch';
import { htmlToPageText, type PageText } from '../../search/build/index.ts';
import { writeFiles } from '../sites/run.ts';
import { readIndexedPages } from './indexed-pages.ts';

/** A section of a page, as VitePress indexes it. */
export interface Section {
  /** Path of the page, with the section’s anchor if it has a heading of its own. */
  id: string;
  title: string;
  /** Titles of the sections that this one is in, outermost first. */
  titles: readonly string[];
  text: string;
}

/** Options of the local search of VitePress 1.6 (`node/plugins/localSearchPlugin.ts`, `VPLocalSearchBox.vue`). */
export const vitePressOptions = {
  fields: ['title', 'titles', 'text'],
  storeFields: ['title', 'titles'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
} satisfies Options<Section>;

/**
 * Indexes the pages of a built site with MiniSearch as VitePress does, one index per language, and writes the indexes to a folder with
 * a minimal search page for each language.
 */
export async function buildMiniSearch(
  output: string,
  locales: readonly string[],
  folder: string,
): Promise<void> {
  const pages = await readIndexedPages(output);
  const template = readFileSync(path.join(import.meta.dirname, 'minisearch-page.html'), 'utf8');
  for (const locale of locales)
    writeFiles(folder, {
      [`${locale}/index.html`]: template.replaceAll('{{lang}}', locale),
      [`minisearch/${locale}.json`]: JSON.stringify(indexPages(pages, locale)),
    });
  writeFiles(folder, {
    'minisearch/minisearch.js': readFileSync(fileURLToPath(import.meta.resolve('minisearch'))),
    'minisearch/options.json': JSON.stringify(vitePressOptions),
  });
}

function indexPages(pages: ReadonlyMap<string, string>, locale: string): MiniSearch<Section> {
  const index = new MiniSearch<Section>(vitePressOptions);
  for (const [file, html] of pages) {
    if (!file.startsWith(`${locale}/`)) continue;
    const text = htmlToPageText(html);
    if (text !== undefined) index.addAll(splitSections(`/${file.replace(/index\.html$/, '')}`, text));
  }
  return index;
}

/** Splits the text of a page at its headings. The first section has the page’s own title, and its description. */
export function splitSections(address: string, { title, description, blocks }: PageText): Section[] {
  const sections: Section[] = [{ id: address, title, titles: [], text: description }];
  const open: { depth: number; title: string }[] = [{ depth: 1, title }];
  for (const { text, heading } of blocks) {
    const last = sections.at(-1);
    if (heading === undefined) {
      if (last !== undefined) last.text += `\n${text}`;
      continue;
    }
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    sections.push({
      id: `${address}#${heading.id}`,
      title: text,
      titles: open.map((each) => each.title),
      text: '',
    });
    open.push({ depth: heading.depth, title: text });
  }
  return sections;
}
