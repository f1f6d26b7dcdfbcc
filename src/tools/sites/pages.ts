import { listFixedPages, pageToPath, type FixedPageType, type Page } from '../../locale/index.ts';

/** Locales of the tested sites. */
export const locales = ['ko', 'en'] as const;

type Site = 'narani' | 'fixture';

/** A page that tests visit in each locale. */
interface ExamplePage {
  /** The type of page, with what is special about this one in parentheses. */
  type: string;
  /** Path below the locale. `{other}` is the language that is not the page's. */
  path: string;
  site: Site;
}

/** Examples of the pages with parameters, at least one of each type. */
const examples: Readonly<Record<Exclude<Page['type'], FixedPageType>, readonly ExamplePage[]>> = {
  article: [
    { type: 'article (tables, terminals)', path: 'articles/ps-vs-top/', site: 'narani' },
    { type: 'article (lists, diagrams)', path: 'articles/silent-voicemail/', site: 'narani' },
    { type: 'article (many footnotes)', path: 'articles/danish-childcare/', site: 'narani' },
    { type: 'article (every Markdown feature)', path: 'articles/writing-guide/', site: 'narani' },
    { type: 'article or fallback (Korean)', path: 'articles/only-korean/', site: 'fixture' },
    { type: 'article or fallback (English)', path: 'articles/only-english/', site: 'fixture' },
    { type: 'article with a Hangul address', path: 'articles/한글-주소/', site: 'fixture' },
    { type: 'article with a long title', path: 'articles/typography/', site: 'fixture' },
    { type: 'article with figures that run', path: 'articles/figure/', site: 'fixture' },
    { type: 'article with a picture', path: 'articles/first/', site: 'fixture' },
    { type: 'article whose source has changed (English)', path: 'articles/outdated/', site: 'fixture' },
    { type: 'article whose source has changed (Korean)', path: 'articles/outdated-korean/', site: 'fixture' },
    { type: 'hostile post', path: 'articles/hostile/', site: 'fixture' },
  ],
  'side-by-side': [
    {
      type: 'side by side (tables, terminals)',
      path: 'articles/ps-vs-top/side-by-side/{other}/',
      site: 'narani',
    },
    {
      type: 'side by side (every kind of row)',
      path: 'articles/rows/side-by-side/{other}/',
      site: 'fixture',
    },
    {
      type: 'side by side (figures that run)',
      path: 'articles/figure/side-by-side/{other}/',
      site: 'fixture',
    },
  ],
  topic: [
    { type: 'topic', path: 'topics/linux/', site: 'narani' },
    { type: 'topic without articles', path: 'topics/empty/', site: 'fixture' },
  ],
  single: [{ type: 'single page', path: 'about/', site: 'narani' }],
};

/** Pages of every type. Those without parameters follow from the table of pages in `locale`. */
export const pageTypes: readonly ExamplePage[] = [
  ...listFixedPages().map((page): ExamplePage => ({
    type: page.type,
    path: pageToPath(page),
    site: 'narani',
  })),
  { type: 'search that finds nothing', path: 'search/?q=qqqqqqqqqq', site: 'fixture' },
  ...Object.values(examples).flat(),
];

/** Returns the path of a page in a language, relative to the base of its site. */
export function pathIn(locale: (typeof locales)[number], path: string): string {
  return `${locale}/${path.replace('{other}', locale === 'ko' ? 'en' : 'ko')}`;
}

/** A page that tests visit. `locale` is `undefined` for the root and the 404 page. */
export interface TestedPage {
  type: string;
  locale: (typeof locales)[number] | undefined;
  /** Path relative to the base of the site. */
  path: string;
  site: 'narani' | 'fixture';
}

/** All pages that tests visit. */
export const testedPages: readonly TestedPage[] = [
  { type: 'the language links at the root', locale: undefined, path: '', site: 'narani' },
  { type: 'the 404 page', locale: undefined, path: 'no/such/page/', site: 'narani' },
  ...pageTypes.flatMap(({ type, path, site }) =>
    locales.map((locale): TestedPage => ({ type, locale, path: pathIn(locale, path), site })),
  ),
];

/** Returns the URL of a path on a served site. */
export function addressOf(site: 'narani' | 'fixture', path: string): string {
  const { NARANI_ORIGIN = '', FIXTURE_ORIGIN = '' } = process.env;
  return site === 'narani' ? `${NARANI_ORIGIN}/${path}` : `${FIXTURE_ORIGIN}/kb/${path}`;
}
