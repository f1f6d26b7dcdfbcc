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
  lastChanged,
  groupByTopic,
  siteAddress,
  type Article,
  type Site,
  type Topics,
} from '../model/index.ts';
import type { SitemapPage } from './sitemap.ts';

/** What there is to list of a site. */
export interface Listing {
  site: Site;
  topics: Topics;
  articles: readonly Article[];
  pages: readonly Article[];
}

/** Every page of a language that search engines may know: fallbacks, which repeat another page, are left out. */
export function listSitemapPages({ site, topics, articles, pages }: Listing, locale: Locale): SitemapPage[] {
  const toPage = (page: Page, changed: CalendarDate | undefined, article?: Article): SitemapPage => {
    const written = article === undefined ? site.locales : [...article.entries.keys()];
    const original = article?.source ?? defaultLocale(site);
    const { canonical, alternates } = linkPage(page, locale, { written, original }, siteAddress(site));
    return { url: canonical, lastChanged: changed, alternates };
  };
  const newest = newestChange(articles);
  const isWritten = ({ entries }: Article): boolean => entries.has(locale);
  return [
    ...listFixedPages()
      .filter(isIndexed)
      .map((page) => toPage(page, newest)),
    ...groupByTopic(topics, articles).map((shelf) =>
      toPage({ type: 'topic', topic: shelf.topic.id }, newestChange(shelf.articles)),
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
