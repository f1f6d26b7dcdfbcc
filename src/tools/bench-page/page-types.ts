/** A page in the built site, its path as on disk: `en/about/index.html`. */
export interface BuiltPage {
  path: string;
  bytes: number;
  noindex: boolean;
  /** JavaScript that stands in the page itself. */
  inlineJsBytes: number;
  /** Names of the figures in it that scripts make live. */
  figures: readonly string[];
}

/** A page to measure: its address below the base, `en/about/`, and the type it stands for. */
export interface SampledPage {
  type: string;
  address: string;
  noindex: boolean;
  inlineJsBytes: number;
}

/** A figure, and a page that it stands in. */
export interface FigurePage {
  figure: string;
  locale: string;
  address: string;
}

interface PageType {
  type: string;
  path: RegExp;
  /** Whether such a page has figures, where that makes another type of it. */
  hasFigures?: boolean;
  /** One page for the site, or one for each locale. */
  one: 'of all' | 'per locale';
  /** Two types may share their addresses: an article shown in the other language is not indexed. */
  noindex?: boolean;
}

const articlePath = withLocale('articles/[^/]+/index.html');

const pageTypes: readonly PageType[] = [
  { type: 'root', path: /^index\.html$/, one: 'of all' },
  { type: 'home', path: withLocale('index.html'), one: 'per locale' },
  { type: 'articles', path: withLocale('articles/index.html'), one: 'of all' },
  {
    type: 'article',
    path: articlePath,
    one: 'per locale',
    noindex: false,
    hasFigures: false,
  },
  {
    type: 'article with figures',
    path: articlePath,
    one: 'per locale',
    noindex: false,
    hasFigures: true,
  },
  { type: 'fallback', path: articlePath, one: 'of all', noindex: true },
  { type: 'side-by-side', path: withLocale('articles/[^/]+/side-by-side/[^/]+/index.html'), one: 'of all' },
  { type: 'topics', path: withLocale('topics/index.html'), one: 'of all' },
  { type: 'topic', path: withLocale('topics/[^/]+/index.html'), one: 'of all' },
  { type: 'glossary', path: withLocale('glossary/index.html'), one: 'of all' },
  { type: 'search', path: withLocale('search/index.html'), one: 'of all' },
  { type: 'about', path: withLocale('about/index.html'), one: 'of all' },
  { type: '404', path: /^404\.html$/, one: 'of all' },
];

/** A path under a locale, such as `ko` or `zh-Hant`, which is the first group of the pattern. */
function withLocale(rest: string): RegExp {
  return new RegExp(`^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)/${rest}$`);
}

/** The pages to measure, and the types of which none was built. */
export interface Sample {
  pages: SampledPage[];
  /** A page of every type in every locale, for what depends on the script. */
  everyLocale: SampledPage[];
  absent: string[];
}

/** Choose the pages to measure. Of several, the heaviest stands for its type. */
export function samplePages(built: readonly BuiltPage[]): Sample {
  const heaviestFirst = built.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const pages = pageTypes.flatMap((type) => sampleType(type, heaviestFirst));
  const everyLocale = pageTypes.flatMap((type) => sampleType({ ...type, one: 'per locale' }, heaviestFirst));
  const present = new Set(pages.map(({ type }) => type));
  const absent = pageTypes.map(({ type }) => type).filter((type) => !present.has(type));
  return { pages, everyLocale, absent };
}

/** A page to see each figure come to life in, for each locale: of several that with the fewest other figures. */
export function sampleFigures(built: readonly BuiltPage[]): FigurePage[] {
  const found = new Map<string, FigurePage & { others: number }>();
  for (const page of built) {
    const locale = page.noindex ? undefined : articlePath.exec(page.path)?.[1];
    if (locale === undefined) continue;
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
  { type, path, one, noindex, hasFigures }: PageType,
  heaviestFirst: readonly BuiltPage[],
): SampledPage[] {
  const taken = new Map<string, SampledPage>();
  for (const page of heaviestFirst) {
    const match = path.exec(page.path);
    if (!match || (noindex !== undefined && noindex !== page.noindex)) continue;
    if (hasFigures !== undefined && hasFigures !== page.figures.length > 0) continue;
    const group = one === 'per locale' ? (match[1] ?? '') : '';
    if (taken.has(group)) continue;
    const { noindex: isHidden, inlineJsBytes } = page;
    taken.set(group, { type, address: pathToAddress(page.path), noindex: isHidden, inlineJsBytes });
  }
  return [...taken].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
}

function pathToAddress(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
