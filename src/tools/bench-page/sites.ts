import { existsSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { elementName } from '../../figures/stage/figure.ts';
import { startHost, type Host } from '../../host/index.ts';
import { resolveFolders } from '../../environment/index.ts';
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

/** A page to measure, and its URL. */
export interface ServedPage {
  page: SampledPage;
  url: string;
}

/** A figure, and the URL of a page that contains it. */
export type ServedFigure = FigurePage & { url: string };

/** Pages to measure, on sites that are being served. */
export interface ServedSites {
  pages: ServedPage[];
  /** One page per type and locale. */
  everyLocale: ServedPage[];
  /** One page per figure and locale. */
  figures: ServedFigure[];
  /** Types without a page. */
  absent: string[];
  close: () => Promise<void>;
}

/** Serves the site, after building it into `folder` unless `built` is given, and the fallback pages of the fixture site. */
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
  throw new Error(
    `${directory}/ has no page to measure\n  fix  Name the folder of a built site, or omit --built.`,
  );
}

function servedBy({ url }: Host): (page: SampledPage) => ServedPage {
  return (page) => ({ page, url: new URL(page.address, url).href });
}

/** Reads all HTML pages of a built site. */
function readBuiltPages(directory: string): BuiltPage[] {
  return readPages(directory, '/').map((page) => ({
    path: page.file,
    bytes: brotliCompressSync(page.html).length,
    noindex: isHidden(page),
    figures: figuresOf(page.tree),
    inlineJsBytes: inlineScriptsOf(page.tree).reduce((sum, script) => sum + Buffer.byteLength(script), 0),
  }));
}

/** Lists the figures on a page, by the names of their custom elements. */
function figuresOf(tree: Parameters<typeof findElements>[0]): string[] {
  return findElements(tree, ({ tagName }) => tagName.startsWith(elementName(''))).map(({ tagName }) =>
    tagName.slice(elementName('').length),
  );
}

/** Lists the inline scripts of a page, without JSON-LD. */
function inlineScriptsOf(tree: Parameters<typeof findElements>[0]): string[] {
  return findElements(
    tree,
    (each) =>
      each.tagName === 'script' &&
      each.properties.src === undefined &&
      attribute(each, 'type') !== 'application/ld+json',
  ).map((each) => toString(each));
}
