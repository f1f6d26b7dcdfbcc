import path from 'node:path';
import { startHost, type Host } from '../../host/index.ts';
import { readSite, resolveFolders } from '../../sources/index.ts';
import { buildSite, fixtureSite } from '../site/run.ts';
import { readBuiltPages } from './built-pages.ts';
import { samplePages, type SampledPage } from './page-types.ts';

/** A page to measure and the address it is served at. */
export interface ServedPage {
  page: SampledPage;
  url: string;
}

/** The sites that are measured, while they are served. */
export interface ServedSites {
  pages: ServedPage[];
  /** Types of which there is no page. */
  absent: string[];
  close: () => Promise<void>;
}

/** Serve the site, built into `folder` unless there is a build, and of the tests' own site what the site may not have. */
export async function serveSites(built: string | undefined, folder: string): Promise<ServedSites> {
  const { content } = resolveFolders(process.env, process.cwd());
  const own = await buildAndServe(content, built, path.join(folder, 'site'));
  const small = await buildAndServe(fixtureSite, undefined, path.join(folder, 'small'));
  const fallbacks = small.pages.filter(({ page }) => page.type === 'fallback');
  return {
    pages: [...own.pages, ...fallbacks],
    absent: own.absent.filter((type) => fallbacks.every(({ page }) => page.type !== type)),
    close: async () => {
      await Promise.all([own.host.close(), small.host.close()]);
    },
  };
}

async function buildAndServe(content: string, built: string | undefined, output: string) {
  if (built === undefined) await buildSite(content, output);
  const directory = built ?? output;
  const host = await startHost({ directory, base: await readBase(content), port: 0 });
  const { pages, absent } = samplePages(readBuiltPages(directory));
  if (pages.length === 0) {
    await host.close();
    throw new Error(`No page to measure in ${directory}/.\n  fix  Name a built site, or leave --built out.`);
  }
  return { host, absent, pages: pages.map((page) => ({ page, url: addressOf(host, page) })) };
}

async function readBase(content: string): Promise<string> {
  const site = await readSite(content);
  if (!Array.isArray(site)) return site.base;
  throw new Error(
    `site.yaml in ${content} cannot be read.\n` +
      '  why  It says under which path the pages are.\n' +
      '  fix  Correct what `npm run check` reports.',
  );
}

function addressOf({ url }: Host, { address }: SampledPage): string {
  return new URL(address, url).href;
}
