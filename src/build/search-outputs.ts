import path from 'node:path';
import { buildIndex, cacheAnalyses, toSearchSettings } from '../search/build/index.ts';
import type { Content } from '../sources/index.ts';
import { toOutput, type Output } from './outputs.ts';
import { loadPage } from './render-page.ts';
import type { RenderedPage } from './render-pages.ts';

/** Options of {@link makeSearchOutputs}. */
interface SearchOptions {
  content: Content;
  /** Absolute path of the build cache. */
  cache: string;
}

/** Builds the search index. Returns its files. */
export async function makeSearchOutputs(
  pages: readonly RenderedPage[],
  { content, cache }: SearchOptions,
): Promise<Output[]> {
  const settings = toSearchSettings(content);
  const byFile = new Map(pages.map((page) => [page.route.file, page]));
  const indexed = [];
  for (const { locale, path: below } of settings.pages) {
    const page = byFile.get(`${locale}/${decodeURIComponent(below)}index.html`);
    if (page !== undefined) indexed.push({ locale, path: below, html: await loadPage(page.task) });
  }
  const files = await buildIndex({ ...settings, pages: indexed }, cacheAnalyses(path.join(cache, 'search')));
  return [...files].map(([name, bytes]) => toOutput(`search/${name}`, bytes));
}
