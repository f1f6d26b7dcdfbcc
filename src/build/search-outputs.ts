import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { cachedFile } from '../cache/index.ts';
import { buildIndex, cacheAnalyses, toSearchSettings, type SearchablePage } from '../search/build/index.ts';
import type { Content } from '../sources/index.ts';
import { digestData } from './digest-data.ts';
import { toOutput, type Output } from './outputs.ts';
import type { RenderedPage } from './render-pages.ts';

/** Options of {@link makeSearchOutputs}. */
interface SearchOptions {
  content: Content;
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code. */
  code: string;
}

/** Builds the search index, unless an earlier build has built it from the same texts. Returns its files. */
export async function makeSearchOutputs(
  pages: readonly RenderedPage[],
  { content, cache, code }: SearchOptions,
): Promise<Output[]> {
  const { pages: candidates, ...settings } = toSearchSettings(content);
  const byFile = new Map(pages.map((page) => [page.route.file, page]));
  const indexed = candidates.flatMap(({ locale, path: below }): SearchablePage[] => {
    const text = byFile.get(`${locale}/${decodeURIComponent(below)}index.html`)?.facts.text;
    return text === undefined ? [] : [{ locale, path: below, text }];
  });
  const key = digestData(code, settings, indexed);
  const bytes = await cachedFile(path.join(cache, 'index'), key, async () =>
    serialize(await buildIndex({ ...settings, pages: indexed }, cacheAnalyses(cache))),
  );
  const files = deserialize(bytes) as Map<string, Uint8Array>;
  return [...files].map(([name, file]) => toOutput(`search/${name}`, file));
}
