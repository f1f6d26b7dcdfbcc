import { x } from 'xastscript';
import {
  isIndexed,
  linkPage,
  listFixedPages,
  type CalendarDate,
  type Locale,
  type Page,
} from '../locale/index.ts';
import {
  defaultLocale,
  groupByTopic,
  lastChanged,
  siteAddress,
  type Article,
  type Site,
  type Topics,
} from '../model/index.ts';
import { toXmlFile } from './xml.ts';

/** A page in a sitemap. All addresses are full URLs. */
interface SitemapPage {
  url: string;
  lastChanged: CalendarDate | undefined;
  /** The page's addresses in all its languages, its own included, and `x-default`. */
  alternates: readonly { hreflang: string; href: string }[];
}

/** The content that a sitemap lists. */
export interface SitemapContent {
  site: Site;
  topics: Topics;
  articles: readonly Article[];
  pages: readonly Article[];
}

/** Returns the indexable pages of a language. Fallback pages are excluded, as they repeat another page. */
export function listSitemapPages(
  { site, topics, articles, pages }: SitemapContent,
  locale: Locale,
): SitemapPage[] {
  const toPage = (page: Page, changed: CalendarDate | undefined, article?: Article): SitemapPage => {
    const written = article === undefined ? site.locales : [...article.entries.keys()];
    const original = article?.source ?? defaultLocale(site);
    const { canonical, alternates } = linkPage(
      page,
      locale,
      { written, original, isOnly: site.locales.length === 1 },
      siteAddress(site),
    );
    return { url: canonical, lastChanged: changed, alternates };
  };
  const newest = newestChange(articles);
  const isWritten = ({ entries }: Article): boolean => entries.has(locale);
  return [
    ...listFixedPages()
      .filter(isIndexed)
      .map((page) => toPage(page, newest)),
    ...groupByTopic(topics, articles).map((group) =>
      toPage({ type: 'topic', topic: group.topic.id }, newestChange(group.articles)),
    ),
    ...articles
      .filter(isWritten)
      .map((article) => toPage({ type: 'article', slug: article.slug }, lastChanged(article), article)),
    ...pages.filter(isWritten).map((page) => toPage({ type: 'single', slug: page.slug }, page.updated, page)),
  ];
}

function newestChange(articles: readonly Article[]): CalendarDate | undefined {
  return articles
    .flatMap((article) => lastChanged(article) ?? [])
    .sort()
    .at(-1);
}

/** Serializes pages as a sitemap (https://www.sitemaps.org/protocol.html) with links between their languages. */
export function sitemapToXml(pages: readonly SitemapPage[]): string {
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  const document = x(
    'urlset',
    namespaces,
    pages.map(({ url, lastChanged, alternates }) =>
      x('url', [
        x('loc', url),
        ...(lastChanged === undefined ? [] : [x('lastmod', lastChanged)]),
        ...alternates.map(({ hreflang, href }) => x('xhtml:link', { rel: 'alternate', hreflang, href })),
      ]),
    ),
  );
  return toXmlFile(document);
}

/** Serializes the index of a site's sitemaps. `urls` are full URLs. */
export function sitemapIndexToXml(urls: readonly string[]): string {
  const document = x(
    'sitemapindex',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    urls.map((url) => x('sitemap', [x('loc', url)])),
  );
  return toXmlFile(document);
}
