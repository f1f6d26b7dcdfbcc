import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { startHost, type Host } from '../../host/index.ts';
import { readBase } from '../sites/read-base.ts';
import { buildSite, listFiles, runCommand } from '../sites/run.ts';
import type { ServedSearch } from './measure.ts';
import type { Options } from './options.ts';
import { buildStock } from './stock.ts';

/** A built site, with the base that it was built for. */
export interface BuiltSite {
  output: string;
  base: string;
}

/** Import and build what the options name, below a folder, as far as it isn’t there yet. */
export async function prepareSite(
  { corpus, content, built }: Pick<Options, 'corpus' | 'content' | 'built'>,
  folder: string,
  say: (progress: string) => void,
): Promise<BuiltSite> {
  if (built !== undefined) return { output: path.resolve(built), base: '/' };
  const source = content === undefined ? path.join(folder, 'content') : path.resolve(content);
  if (corpus !== undefined) {
    say('importing the corpus');
    await importCorpus(path.resolve(corpus), source);
  }
  const output = path.join(folder, 'site');
  say('building the site');
  await buildSite(source, output);
  return { output, base: await readBase(source) };
}

/** Serve a built site, to ask its own search. */
export async function serveOwn(
  { output, base }: BuiltSite,
  locales: readonly string[],
): Promise<[ServedSearch, Host]> {
  const missing = locales.filter((locale) => !existsSync(path.join(output, locale, 'search/index.html')));
  if (missing.length > 0)
    throw new Error(
      `No ${missing.join('/, ')}/search/ in ${output}\n` +
        '  why  Each query is asked on the search page of its language.\n' +
        '  fix  Build the site anew, or leave its own search out with --no-narani.',
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

/** Index the pages of a built site with stock Pagefind, and serve that. */
export async function serveStock(
  { output }: BuiltSite,
  locales: readonly string[],
  folder: string,
): Promise<[ServedSearch, Host]> {
  await buildStock(output, locales, folder);
  const host = await startHost({ directory: folder, base: '/', port: 0 });
  return [
    {
      // As many as count for the reciprocal rank.
      pageIn: (locale) => `${host.url}${locale}/?shown=10`,
      lightPageIn: (locale) => `${host.url}${locale}/?shown=5`,
      ordinaryPageIn: undefined,
      indexBytes: sizeOfIndex(folder),
    },
    host,
  ];
}

/** Bytes on disk of the folder that has Pagefind’s index in it and of all beside that, without interfaces that no page uses. */
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
