import { listPageTypes, pathToPage, type Page } from '../../locale/index.ts';

/** A page of a built site. `path` is that of its file: `en/about/index.html`. */
export interface BuiltPage {
  path: string;
  bytes: number;
  noindex: boolean;
  /** Size of inline JavaScript. */
  inlineJsBytes: number;
  /** Names of the interactive figures on the page. */
  figures: readonly string[];
}

/** A page to measure. `address` is relative to the base: `en/about/`. */
export interface SampledPage {
  type: string;
  address: string;
  noindex: boolean;
  inlineJsBytes: number;
}

/** A figure, and a page that contains it. */
export interface FigurePage {
  figure: string;
  locale: string;
  address: string;
}

interface PageType {
  type: string;
  page: BuiltPageType;
  /** Measures one page of the site, or one per locale. */
  one: 'of all' | 'per locale';
  /** Conditions that distinguish types of articles: with figures, and fallbacks, which have `noindex`. */
  hasFigures?: boolean;
  noindex?: boolean;
}

type BuiltPageType = Page['type'] | 'root' | '404';

const articleTypes: readonly PageType[] = [
  { type: 'article', page: 'article', one: 'per locale', noindex: false, hasFigures: false },
  { type: 'article with figures', page: 'article', one: 'per locale', noindex: false, hasFigures: true },
  { type: 'fallback', page: 'article', one: 'of all', noindex: true },
];

const pageTypes: readonly PageType[] = (['root', ...listPageTypes(), '404'] as const).flatMap((page) =>
  page === 'article' ? articleTypes : [{ type: page, page, one: page === 'home' ? 'per locale' : 'of all' }],
);

/** Parses the path of a built page. The root page and the 404 pages have an empty locale. */
function parsePath(path: string): { page: BuiltPageType; locale: string } | undefined {
  if (path === 'index.html') return { page: 'root', locale: '' };
  if (/^(?:[^/]+\/)?404\.html$/.test(path)) return { page: '404', locale: '' };
  const [, locale, rest] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\/(.*)index\.html$/.exec(path) ?? [];
  const page = rest === undefined ? undefined : pathToPage(rest);
  return locale === undefined || page === undefined ? undefined : { page: page.type, locale };
}

/** Pages to measure, and types without a page. */
export interface Sample {
  pages: SampledPage[];
  /** One page per type and locale, for measurements that depend on the script. */
  everyLocale: SampledPage[];
  absent: string[];
}

/** Selects the heaviest page of each type. */
export function samplePages(built: readonly BuiltPage[]): Sample {
  const heaviestFirst = built.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const pages = pageTypes.flatMap((type) => sampleType(type, heaviestFirst));
  const everyLocale = pageTypes.flatMap((type) => sampleType({ ...type, one: 'per locale' }, heaviestFirst));
  const present = new Set(pages.map(({ type }) => type));
  const absent = pageTypes.map(({ type }) => type).filter((type) => !present.has(type));
  return { pages, everyLocale, absent };
}

/** Selects a page for each figure and locale: the one with the fewest other figures. */
export function sampleFigures(built: readonly BuiltPage[]): FigurePage[] {
  const found = new Map<string, FigurePage & { others: number }>();
  for (const page of built) {
    const parsed = parsePath(page.path);
    if (parsed?.page !== 'article' || page.noindex) continue;
    const { locale } = parsed;
    const others = new Set(page.figures).size - 1;
    for (const figure of page.figures) {
      const key = `${figure} ${locale}`;
      if (others < (found.get(key)?.others ?? Infinity))
        found.set(key, { figure, locale, address: pathToAddress(page.path), others });
    }
  }
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { figure, locale, address }]) => ({ figure, locale, address }));
}

function sampleType(
  { type, page: ownPage, one, noindex, hasFigures }: PageType,
  heaviestFirst: readonly BuiltPage[],
): SampledPage[] {
  const taken = new Map<string, SampledPage>();
  for (const page of heaviestFirst) {
    const parsed = parsePath(page.path);
    if (parsed?.page !== ownPage || (noindex !== undefined && noindex !== page.noindex)) continue;
    if (hasFigures !== undefined && hasFigures !== page.figures.length > 0) continue;
    const group = one === 'per locale' ? parsed.locale : '';
    if (taken.has(group)) continue;
    const { noindex: isHidden, inlineJsBytes } = page;
    taken.set(group, { type, address: pathToAddress(page.path), noindex: isHidden, inlineJsBytes });
  }
  return [...taken].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
}

function pathToAddress(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
