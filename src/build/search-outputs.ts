import path from 'node:path';
import { cachedFile, recordUse } from '../cache/index.ts';
import {
  buildIndex,
  cacheIndexTools,
  htmlToPageText,
  toolFiles,
  toSearchSettings,
  type IndexFile,
  type PageText,
  type SearchablePage,
} from '../search/build/index.ts';
import type { Content } from '../sources/index.ts';
import { digestData } from './digest-data.ts';
import type { Output } from './outputs.ts';
import { loadPage, type PageTask } from './page-tasks.ts';
import type { RenderedPage } from './render-pages.ts';

/** Options of {@link makeSearchOutputs}. */
interface SearchOptions {
  content: Content;
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code. */
  code: string;
}

/**
 * Lists the files of the search index. If an earlier build has listed them for the same texts, the index is built only if one of
 * them has to be written.
 */
export async function makeSearchOutputs(
  pages: readonly RenderedPage[],
  { content, cache, code }: SearchOptions,
): Promise<Output[]> {
  const { pages: candidates, ...settings } = toSearchSettings(content);
  const byFile = new Map(pages.map((page) => [page.route.file, page]));
  const indexed = candidates.flatMap(({ locale, path: below }): SearchablePage[] => {
    const page = byFile.get(`${locale}/${decodeURIComponent(below)}index.html`);
    const { task, facts } = page ?? {};
    const text = facts?.text;
    return task === undefined || text === undefined
      ? []
      : [{ locale, path: below, text, read: async () => readText(task) }];
  });
  let built: Promise<ReadonlyMap<string, IndexFile>> | undefined;
  const build = async (): Promise<ReadonlyMap<string, IndexFile>> => {
    const files = await buildIndex({ ...settings, pages: indexed }, cacheIndexTools(cache));
    return new Map(files.map((file) => [file.name, file]));
  };
  const files = (): Promise<ReadonlyMap<string, IndexFile>> => (built ??= build());
  const keyOf = ({ locale, path: below, text }: SearchablePage): unknown => [
    locale,
    below,
    text.topics,
    text.digest,
  ];
  const key = digestData(code, settings, indexed.map(keyOf));
  const list = await cachedFile(path.join(cache, 'index'), key, async () =>
    Buffer.from(JSON.stringify([...(await files()).values()].map(({ name, key }) => [name, key]))),
  );
  // The next change needs them, even if this build has not.
  await Promise.all(toolFiles.map((name) => recordUse(path.join(cache, name))));
  const named = JSON.parse(Buffer.from(list).toString()) as [name: string, key: string][];
  return named.map(([name, content]) => ({
    file: `search/${name}`,
    key: digestData(code, content),
    make: async () => {
      const file = (await files()).get(name);
      if (file === undefined) throw new Error(`The search index has no ${name}`);
      return file.make();
    },
  }));
}

/** Returns the searchable text of a page that has one. */
async function readText(task: PageTask): Promise<PageText> {
  const text = htmlToPageText(await loadPage(task));
  if (text === undefined) throw new Error(`The page ${task.href} has no searchable text`);
  return text;
}
