import { pageToHref, type Locale, type Page } from '../locale/index.ts';
import {
  createNeighbors,
  createRelated,
  groupBySeries,
  groupByTarget,
  groupByTopic,
  resolveEntry,
  siteAddress,
  type Article,
  type TopicGroup,
  type Topics,
} from '../model/index.ts';
import {
  listTranslations,
  type Backlinks,
  type ListedArticle,
  type ListedProblem,
  type PageModel,
  type PageSettings,
  type PairedEntry,
  type SeriesPlace,
} from '../page-model/index.ts';
import type { StoredArticle, StoredEntry } from '../texts/index.ts';
import { createBacklinks } from './backlinks.ts';
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

/** Number of articles that the home page lists. */
const newestCount = 10;

/** Number of related articles that an article links to. Those that link to it are listed by themselves, with their sentence. */
const relatedCount = 3;

/** Number of the most closely related articles that may be passed over because they are listed by themselves. */
const maxPassedOver = 20;

/** Lists every page of a site with its model. */
export function listPages(content: SiteContent): PageRoute[] {
  const { site, mark, topics, today, articles, isPreview } = content;
  const settings: PageSettings = {
    site,
    mark: mark.shown,
    isPreview,
    pages: content.pages.map(toLinked),
    problems: listProblems(content),
  };
  const link = once(toLinked);
  const shared: SharedModels = {
    settings,
    link,
    list: once((article) => toListed(article, today)),
    pair: once(toPaired),
    topicGroups: groupByTopic(topics, articles.map(link)),
    surroundings: findSurroundings(content, link),
    findBacklinks: createBacklinks(articles, link),
  };
  return [
    { href: site.base, file: 'index.html', model: { type: 'root', settings } },
    toNotFound('', site.locales, settings),
    ...site.locales.map((locale) => toNotFound(`${locale}/`, [locale], settings)),
    ...site.locales.flatMap((locale) => listLocalized(content, shared, locale)),
  ];
}

/** Returns the page for missing addresses below a folder of the site. Hosts send the one in the nearest folder, or only that of the root. */
function toNotFound(folder: string, locales: readonly Locale[], settings: PageSettings): PageRoute {
  const model: PageModel = { type: 'not-found', settings, locales, nearest: [] };
  return { href: `${settings.site.base}${folder}404/`, file: `${folder}404.html`, model };
}

/** Lists the mistakes in the content, each with the page of the text that it is in. */
function listProblems({ site, articles, pages, problems }: SiteContent): ListedProblem[] {
  const address = siteAddress(site);
  const hrefs = new Map(
    [...articles, ...pages].flatMap(({ kind, slug, entries }) =>
      [...entries.values()].map(({ file, locale }): [string, string] => [
        file,
        pageToHref({ type: kind === 'article' ? 'article' : 'single', slug }, locale, address),
      ]),
    ),
  );
  return problems.map((problem) => ({ ...problem, href: hrefs.get(problem.file) }));
}

/** Calls a function once for each object, so that the models with its result share it: they are hashed only once. */
function once<Key extends object, Value>(call: (key: Key) => Value): (key: Key) => Value {
  const results = new Map<Key, Value>();
  return (key) => {
    const result = results.get(key) ?? call(key);
    results.set(key, result);
    return result;
  };
}

/** The parts of models that are the same in every language. */
interface SharedModels {
  settings: PageSettings;
  link: (article: StoredArticle) => Article;
  list: (article: StoredArticle) => ListedArticle;
  pair: (entry: StoredEntry) => PairedEntry;
  topicGroups: readonly TopicGroup[];
  surroundings: ReadonlyMap<StoredArticle, Surroundings>;
  findBacklinks: (article: StoredArticle, locale: Locale) => Backlinks;
}

/** The rest of the site, as far as the page of an article shows it. */
interface Surroundings {
  topics: Topics;
  series: SeriesPlace | undefined;
  related: readonly Article[];
  older: Article | undefined;
  newer: Article | undefined;
}

function listLocalized(
  content: SiteContent,
  { settings, link, list, pair, topicGroups, surroundings, findBacklinks }: SharedModels,
  locale: Locale,
): PageRoute[] {
  const { site, topics, articles, pages, isPreview } = content;
  const common = { settings, locale };
  const listed = articles.map(list);
  const address = siteAddress(site);
  const toRoute = (page: Page, model: PageModel): PageRoute => {
    const href = pageToHref(page, locale, address);
    return { href, file: `${decodeURIComponent(href.slice(site.base.length))}index.html`, model };
  };
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
    ...[...surroundings].map(([article, around]) =>
      toRoute(
        { type: 'article', slug: article.slug },
        {
          type: 'article',
          ...common,
          ...toTextModel(article, locale),
          ...around,
          article: list(article),
          backlinks: findBacklinks(article, locale),
        },
      ),
    ),
    ...articles.flatMap((article) =>
      listPairs(article, locale).map(([own, other]) =>
        toRoute(
          { type: 'side-by-side', slug: article.slug, other: other.locale },
          { type: 'side-by-side', ...common, article: link(article), own: pair(own), other: pair(other) },
        ),
      ),
    ),
    toRoute({ type: 'topics' }, { type: 'topics', ...common, topicGroups }),
    ...groupByTopic(topics, listed).map((group) =>
      toRoute({ type: 'topic', topic: group.topic.id }, { type: 'topic', ...common, ...group }),
    ),
    toRoute({ type: 'search' }, { type: 'search', ...common, topicGroups }),
    ...pages.map((page) =>
      toRoute(
        { type: 'single', slug: page.slug },
        { type: 'single', ...common, article: list(page), ...toTextModel(page, locale) },
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
              unpublished: listed.filter(({ state }) => state !== 'published'),
            },
          ),
        ]
      : []),
  ];
}

/** Lists the text of an article in a language with each of its other texts. */
function listPairs({ entries }: StoredArticle, locale: Locale): [StoredEntry, StoredEntry][] {
  const own = entries.get(locale);
  if (own === undefined) return [];
  return [...entries.values()].flatMap((other) => (other === own ? [] : [[own, other]]));
}

/** Returns what a page shows of the text that readers of a language get. */
function toTextModel(article: StoredArticle, locale: Locale) {
  const { entry, isFallback } = resolveEntry(article, locale);
  return { entry: toShown(entry), isFallback };
}

function findSurroundings(
  { topics, series = {}, articles }: SiteContent,
  link: SharedModels['link'],
): Map<StoredArticle, Surroundings> {
  const parts = groupBySeries(articles);
  const findSeries = (article: StoredArticle): SeriesPlace | undefined => {
    const all = parts.get(article.series ?? '') ?? [];
    const found = Object.hasOwn(series, article.series ?? '') ? series[article.series ?? ''] : undefined;
    return found && { ...found, parts: all.map(link), place: all.indexOf(article) + 1 };
  };
  const findRelated = createRelated(articles);
  const linking = groupByTarget(articles);
  const findNeighbors = createNeighbors(articles);
  const surroundingsOf = (article: StoredArticle): Surroundings => {
    const { older, newer } = findNeighbors(article);
    return {
      topics: Object.fromEntries(Object.entries(topics).filter(([id]) => article.topics.includes(id))),
      series: findSeries(article),
      related: findRelated(article, relatedCount + maxPassedOver)
        .filter((other) => linking.get(article.slug)?.includes(other) !== true)
        .slice(0, relatedCount)
        .map(link),
      older: older && link(older),
      newer: newer && link(newer),
    };
  };
  return new Map(articles.map((article) => [article, surroundingsOf(article)]));
}
