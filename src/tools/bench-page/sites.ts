import { existsSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { elementName } from '../../figures/stage/figure.ts';
import { startHost, type Host } from '../../host/index.ts';
import { resolveFolders } from '../../sources/index.ts';
import { attribute, findElements, isHidden, readPages } from '../sites/built-site.ts';
import { readBase } from '../sites/read-base.ts';
import { buildSite, fixtureSite } from '../sites/run.ts';
import {
  sampleFigures,
  samplePages,
  type BuiltPage,
  type FigurePage,
  type SampledPage,
} from './sample-pages.ts';

/** A page to measure and the address it is served at. */
export interface ServedPage {
  page: SampledPage;
  url: string;
}

/** A figure and the page that it is seen in. */
export type ServedFigure = FigurePage & { url: string };

/** The sites that are measured, while they are served. */
export interface ServedSites {
  pages: ServedPage[];
  /** A page of every type in every locale. */
  everyLocale: ServedPage[];
  /** Each figure in each locale. */
  figures: ServedFigure[];
  /** Types of which there is no page. */
  absent: string[];
  close: () => Promise<void>;
}

/** Serve the site, built into `folder` unless there is a build, and of the tests' own site what the site may not have. */
export async function serveSites(built: string | undefined, folder: string): Promise<ServedSites> {
  const { content } = resolveFolders(process.env, process.cwd());
  const own = await prepareSite(content, built, path.join(folder, 'site'));
  const small = await prepareSite(fixtureSite, undefined, path.join(folder, 'small'));
  const hosts = [await startHost({ ...own, port: 0 }), await startHost({ ...small, port: 0 })] as const;
  const serve = (of: 'pages' | 'everyLocale'): ServedPage[] => [
    ...own[of].map(servedBy(hosts[0])),
    ...small[of].filter(({ type }) => type === 'fallback').map(servedBy(hosts[1])),
  ];
  const pages = serve('pages');
  return {
    pages,
    everyLocale: serve('everyLocale'),
    figures: own.figures.map((each) => ({ ...each, url: new URL(each.address, hosts[0].url).href })),
    absent: own.absent.filter((type) => pages.every(({ page }) => page.type !== type)),
    close: async () => {
      await Promise.all(hosts.map(async (host) => host.close()));
    },
  };
}

async function prepareSite(content: string, built: string | undefined, output: string) {
  const base = await readBase(content);
  if (built === undefined) await buildSite(content, output);
  const directory = built ?? output;
  const pages = existsSync(directory) ? readBuiltPages(directory) : [];
  const sample = { ...samplePages(pages), figures: sampleFigures(pages) };
  if (sample.pages.length > 0) return { directory, base, ...sample };
  throw new Error(`No page to measure in ${directory}/.\n  fix  Name a built site, or leave --built out.`);
}

function servedBy({ url }: Host): (page: SampledPage) => ServedPage {
  return (page) => ({ page, url: new URL(page.address, url).href });
}

/** Every HTML page of a built site. */
function readBuiltPages(directory: string): BuiltPage[] {
  return readPages(directory, '/').map((page) => ({
    path: page.file,
    bytes: brotliCompressSync(page.html).length,
    noindex: isHidden(page),
    figures: figuresOf(page.tree),
    inlineJsBytes: inlineScriptsOf(page.tree).reduce((sum, script) => sum + Buffer.byteLength(script), 0),
  }));
}

/** Figures stand in custom elements that are called after them. */
function figuresOf(tree: Parameters<typeof findElements>[0]): string[] {
  return findElements(tree, ({ tagName }) => tagName.startsWith(elementName(''))).map(({ tagName }) =>
    tagName.slice(elementName('').length),
  );
}

/** Scripts that stand in the page itself; JSON-LD is data. */
function inlineScriptsOf(tree: Parameters<typeof findElements>[0]): string[] {
  return findElements(
    tree,
    (each) =>
      each.tagName === 'script' &&
      each.properties.src === undefined &&
      attribute(each, 'type') !== 'application/ld+json',
  ).map((each) => toString(each));
}
