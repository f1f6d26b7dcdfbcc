import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { startHost, type Host } from '../../host/index.ts';
import { readBase } from '../sites/read-base.ts';
import { buildSite, listFiles, runCommand } from '../sites/run.ts';
import type { ServedSearch } from './measure.ts';
import type { Options, SearchName } from './options.ts';
import { buildMiniSearch } from './minisearch.ts';
import { buildStock } from './stock.ts';

/** Output folder of a built site, and its base path. */
export interface BuiltSite {
  output: string;
  base: string;
}

/** Imports and builds the pages that the options name into a folder, unless they name a built site. */
export async function prepareSite(
  { corpus, content, built }: Pick<Options, 'corpus' | 'content' | 'built'>,
  folder: string,
  report: (progress: string) => void,
): Promise<BuiltSite> {
  if (built !== undefined) return { output: path.resolve(built), base: '/' };
  const source = content === undefined ? path.join(folder, 'content') : path.resolve(content);
  if (corpus !== undefined) {
    report('importing the corpus');
    await importCorpus(path.resolve(corpus), source);
  }
  const output = path.join(folder, 'site');
  report('building the site');
  await buildSite(source, output);
  return { output, base: await readBase(source) };
}

/** Serves a built site for its own search. */
async function serveOwn(
  { output, base }: BuiltSite,
  locales: readonly string[],
): Promise<[ServedSearch, Host]> {
  const missing = locales.filter((locale) => !existsSync(path.join(output, locale, 'search/index.html')));
  if (missing.length > 0)
    throw new Error(
      `${output} has no ${missing.join('/, ')}/search/\n` +
        '  why  Each query is run on the search page of its language.\n' +
        '  fix  Build the site again, or skip its own search with --no-narani.',
    );
  const host = await startHost({ directory: output, base, port: 0 });
  const pageIn = (locale: string): string => `${host.url}${locale}/search/`;
  return [
    {
      pageIn,
      lightPageIn: pageIn,
      ordinaryPageIn: (locale) => `${host.url}${locale}/articles/`,
      indexBytes: sizeOfIndex(output),
    },
    host,
  ];
}

/** Indexes the pages of a built site with stock Pagefind, and serves that index with a minimal search page. */
export async function serveStock(
  { output }: BuiltSite,
  locales: readonly string[],
  folder: string,
): Promise<[ServedSearch, Host]> {
  await buildStock(output, locales, folder);
  return serveOther(folder, sizeOfIndex(folder));
}

/** Indexes the pages of a built site with MiniSearch, and serves that index with a minimal search page. */
export async function serveMiniSearch(
  { output }: BuiltSite,
  locales: readonly string[],
  folder: string,
): Promise<[ServedSearch, Host]> {
  await buildMiniSearch(output, locales, folder);
  const indexBytes = locales
    .map((locale) => statSync(path.join(folder, 'minisearch', `${locale}.json`)).size)
    .reduce((sum, size) => sum + size, 0);
  return serveOther(folder, indexBytes);
}

/** Serves a folder with minimal search pages, which show as many articles as their URLs say. */
async function serveOther(folder: string, indexBytes: number): Promise<[ServedSearch, Host]> {
  const host = await startHost({ directory: folder, base: '/', port: 0 });
  return [
    {
      // MRR@10 needs ten hits.
      pageIn: (locale) => `${host.url}${locale}/?shown=10`,
      lightPageIn: (locale) => `${host.url}${locale}/?shown=5`,
      ordinaryPageIn: undefined,
      indexBytes,
    },
    host,
  ];
}

/** Serves each search of a built site. The folder is for what a search needs besides the site. */
export const serveSearch: Readonly<
  Record<
    SearchName,
    (site: BuiltSite, locales: readonly string[], folder: string) => Promise<[ServedSearch, Host]>
  >
> = { narani: serveOwn, stock: serveStock, minisearch: serveMiniSearch };

/** Returns the size in bytes of the top-level folder that contains Pagefind’s index, without Pagefind’s unused interfaces. */
function sizeOfIndex(output: string): number {
  const files = listFiles(output);
  const index = files.find((file) => file.endsWith('.pf_meta')) ?? '';
  const [top = ''] = index.split(path.sep);
  return files
    .filter((file) => file.startsWith(`${top}${path.sep}`) && !/pagefind-(?:[\w-]*ui|highlight)\./.test(file))
    .reduce((sum, file) => sum + statSync(path.join(output, file)).size, 0);
}

async function importCorpus(corpus: string, content: string): Promise<void> {
  const { code, output } = await runCommand(['import', '--from', corpus, '--to', content], {});
  if (code !== 0) throw new Error(output);
}
