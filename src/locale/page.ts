/** A kind of page that every language has. */
interface PageForm {
  /** Path below the locale, with a `:name` for each parameter. A parameter is one segment. */
  path: string;
  /** Whether search engines may index the page: it is in the sitemap, and has no `noindex`. */
  isIndexed: boolean;
}

/**
 * Every kind of page, by type. {@link Page}, the paths, the reserved names, the sitemap, `noindex`, link checking, the pages
 * that browser tests visit and the benchmark all follow from this table.
 */
const pageForms = {
  home: { path: '', isIndexed: true },
  articles: { path: 'articles/', isIndexed: true },
  article: { path: 'articles/:slug/', isIndexed: true },
  // Both languages of an article, block by block. `other` is the locale beside the page's own.
  'side-by-side': { path: 'articles/:slug/side-by-side/:other/', isIndexed: false },
  topics: { path: 'topics/', isIndexed: true },
  topic: { path: 'topics/:topic/', isIndexed: true },
  search: { path: 'search/', isIndexed: false },
  // A page of the content folder, such as `about`.
  single: { path: ':slug/', isIndexed: true },
} as const satisfies Record<string, PageForm>;

type PageForms = typeof pageForms;

/** The names of the parameters in a path: `'slug' | 'other'`. */
type Parameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameters<Rest>
  : never;

type PageOf<Type extends keyof PageForms> = { type: Type } & Record<
  Parameters<PageForms[Type]['path']>,
  string
>;

/** A page in any language: its type and the values of its parameters, `{ type: 'topic', topic: 'linux' }`. */
export type Page = { [Type in keyof PageForms]: PageOf<Type> }[keyof PageForms];

/** The type of a page without parameters, which exists once per language. */
export type FixedPageType = {
  [Type in keyof PageForms]: Parameters<PageForms[Type]['path']> extends never ? Type : never;
}[keyof PageForms];

/** Returns the types of pages, in the order of the table. */
export function listPageTypes(): Page['type'][] {
  // Computed on each call, because bundlers keep calls at the top level in scripts that use other exports of `locale`.
  return Object.keys(pageForms) as Page['type'][];
}

/** Returns every page without parameters, in the order of the table. */
export function listFixedPages(): PageOf<FixedPageType>[] {
  return listPageTypes().flatMap((type) => (isFixed(type) ? [{ type }] : []));
}

/** Returns the names below a locale that single pages cannot have, because other pages use them or are planned to. */
export function listReservedNames(): string[] {
  const used = listPageTypes().map((type) => pageForms[type].path.split('/', 1).join());
  const names = used.filter((name) => name !== '' && !isParameter(name));
  return [...new Set([...names, '404', 'glossary', 'translations'])].sort();
}

/** Returns whether search engines may index a page, in the languages it is written in. */
export function isIndexed({ type }: Page): boolean {
  return pageForms[type].isIndexed;
}

/** Returns the percent-encoded path of a page below its locale: `articles/ps-vs-top/`. */
export function pageToPath(page: Page): string {
  const values = new Map<string, string>(Object.entries(page));
  return pageForms[page.type].path
    .split('/')
    .map((segment) =>
      isParameter(segment) ? encodeURIComponent(values.get(segment.slice(1)) ?? '') : segment,
    )
    .join('/');
}

/** Parses a decoded path below a locale: the inverse of {@link pageToPath}. Returns undefined if no page has this form. */
export function pathToPage(path: string): Page | undefined {
  for (const type of listPageTypes()) {
    const values = matchPath(path, pageForms[type].path);
    const isReserved = type === 'single' && listReservedNames().includes(values?.slug ?? '');
    if (values !== undefined && !isReserved) return { type, ...values } as Page;
  }
  return undefined;
}

/** Returns the values of a form's parameters in a path, or undefined if the path does not have this form. */
function matchPath(path: string, form: string): Record<string, string> | undefined {
  const segments = path.split('/');
  const expected = form.split('/');
  const isMatch =
    segments.length === expected.length &&
    expected.every((each, index) => (isParameter(each) ? segments[index] !== '' : segments[index] === each));
  if (!isMatch) return undefined;
  const pairs = expected.flatMap((each, index) =>
    isParameter(each) ? [[each.slice(1), segments[index] ?? '']] : [],
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

function isParameter(segment: string): boolean {
  return segment.startsWith(':');
}

function isFixed(type: Page['type']): type is FixedPageType {
  return !pageForms[type].path.includes(':');
}
