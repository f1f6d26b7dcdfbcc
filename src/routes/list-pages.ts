import { pageToHref, type Locale, type Page } from '../locale/index.ts';
import {
  createRelated,
  groupByTopic,
  neighborsOf,
  resolveEntry,
  siteAddress,
  type Topics,
} from '../model/index.ts';
import type { StoredArticle } from '../texts/index.ts';
import { listTranslations } from '../page-model/index.ts';
import type { PageModel, PageSettings } from '../page-model/index.ts';
import { toLinked, toListed, toPaired, toShown } from './project.ts';
import type { SiteContent } from './site-content.ts';

/** A page of the built site. */
export interface PageRoute {
  /** Its percent-encoded address: `/kb/ko/articles/ps-vs-top/`. */
  href: string;
  /** Path of its file within the site: `ko/articles/ps-vs-top/index.html`. */
  file: string;
  model: PageModel;
}

/** How many articles the home page lists. */
const newestCount = 10;

/** How many related articles an article links to. */
const relatedCount = 3;

/** Lists every page of a site with its model. */
export function listPages(content: SiteContent): PageRoute[] {
  const { site, isPreview } = content;
  const settings: PageSettings = { site, isPreview, pages: content.pages.map(toLinked) };
  return [
    { href: site.base, file: 'index.html', model: { type: 'root', settings } },
    { href: `${site.base}404/`, file: '404.html', model: { type: 'not-found', settings } },
    ...site.locales.flatMap((locale) => listLocalized(content, settings, locale)),
  ];
}

function listLocalized(content: SiteContent, settings: PageSettings, locale: Locale): PageRoute[] {
  const { site, topics, today, articles, pages, isPreview } = content;
  const common = { settings, locale };
  const address = siteAddress(site);
  const toRoute = (page: Page, model: PageModel): PageRoute => {
    const href = pageToHref(page, locale, address);
    return { href, file: `${decodeURIComponent(href.slice(site.base.length))}index.html`, model };
  };
  const listed = articles.map((article) => toListed(article, today));
  const topicGroups = groupByTopic(topics, articles.map(toLinked));
  const findRelated = createRelated(articles);
  return [
    toRoute(
      { type: 'home' },
      {
        type: 'home',
        ...common,
        articles: listed.slice(0, newestCount),
        hasMore: listed.length > newestCount,
        topicGroups: topicGroups.filter((group) => group.articles.length > 0),
      },
    ),
    toRoute({ type: 'articles' }, { type: 'articles', ...common, articles: listed }),
    ...articles.map((article) =>
      toRoute(
        { type: 'article', slug: article.slug },
        {
          type: 'article',
          ...common,
          ...toTextModel(article, content, locale),
          ...around(article, content),
          related: findRelated(article, relatedCount).map(toLinked),
        },
      ),
    ),
    ...articles.flatMap((article) => {
      const own = article.entries.get(locale);
      if (own === undefined) return [];
      return [...article.entries.values()]
        .filter((other) => other !== own)
        .map((other) =>
          toRoute(
            { type: 'side-by-side', slug: article.slug, other: other.locale },
            {
              type: 'side-by-side',
              ...common,
              article: toLinked(article),
              own: toPaired(own),
              other: toPaired(other),
            },
          ),
        );
    }),
    toRoute({ type: 'topics' }, { type: 'topics', ...common, topicGroups }),
    ...groupByTopic(topics, listed).map((group) =>
      toRoute({ type: 'topic', topic: group.topic.id }, { type: 'topic', ...common, ...group }),
    ),
    toRoute({ type: 'search' }, { type: 'search', ...common, topicGroups }),
    ...pages.map((page) =>
      toRoute(
        { type: 'single', slug: page.slug },
        { type: 'single', ...common, ...toTextModel(page, content, locale) },
      ),
    ),
    ...(isPreview
      ? [
          toRoute(
            { type: 'single', slug: 'translations' },
            {
              type: 'translations',
              ...common,
              rows: listTranslations([...articles, ...pages], site.locales),
            },
          ),
        ]
      : []),
  ];
}

/** Returns what a page shows of the text that readers of a language get. */
function toTextModel(article: StoredArticle, { today }: SiteContent, locale: Locale) {
  const { entry, isFallback } = resolveEntry(article, locale);
  return { article: toListed(article, today), entry: toShown(entry), isFallback };
}

/** Returns what the page of an article shows of the rest of the site. */
function around(article: StoredArticle, { topics, articles }: SiteContent) {
  const { older, newer } = neighborsOf(article, articles);
  const own: Topics = Object.fromEntries(
    Object.entries(topics).filter(([id]) => article.topics.includes(id)),
  );
  return {
    topics: own,
    older: older && toLinked(older),
    newer: newer && toLinked(newer),
  };
}
