import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadArticles, loadSettings, loadText, pathPerLocale, type StoredEntry } from '../../astro/index.ts';
import {
  diagramHref,
  feedHref,
  loadDictionary,
  localeToLang,
  localize,
  pageToHref,
  toAbsolute,
  type Page,
} from '../../locale/index.ts';
import { lastChanged, siteAddress, type Article, type Site, type Topics } from '../../model/index.ts';
import { feedToXml, type FeedEntry } from '../../syndication/atom.ts';
import { toFeedHtml } from '../../syndication/feed-html.ts';

/** Limits the size of the feed, which readers download as a whole. Enough for those who check once a month. */
const maxEntries = 20;

export const getStaticPaths = pathPerLocale;

export const GET: APIRoute = async ({ params: { locale = '' } }) => {
  const [{ site, topics }, articles, dictionary] = await Promise.all([
    loadSettings(),
    loadArticles(),
    loadDictionary(locale),
  ]);
  const address = siteAddress(site);
  const written = articles.flatMap((article) => {
    const entry = article.entries.get(locale);
    return entry === undefined ? [] : [{ article, entry }];
  });
  const container = await AstroContainer.create();
  const { toLiveFigure } = dictionary;
  const entries: FeedEntry[] = [];
  for (const { article, entry } of written.slice(0, maxEntries)) {
    entries.push(await toFeedEntry(article, entry, { site, topics, container, toLiveFigure }));
  }
  const xml = feedToXml({
    lang: localeToLang(locale),
    title: localize(site.name, locale, site.locales),
    subtitle: localize(site.description, locale, site.locales),
    home: toAbsolute(pageToHref({ type: 'home' }, locale, address), address),
    self: toAbsolute(feedHref(locale, address), address),
    author: { name: site.author.name, url: site.author.url },
    browserView: {
      stylesheet: `${site.base}feed.css`,
      explanation: dictionary.feedExplanation,
      toHome: dictionary.toHome,
    },
    entries,
  });
  // Browsers would download `application/atom+xml` instead of displaying it. Feed readers accept both types.
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};

interface Rendering {
  site: Site;
  topics: Topics;
  container: AstroContainer;
  toLiveFigure: string;
}

async function toFeedEntry(
  article: Article,
  entry: StoredEntry,
  { site, topics, container, toLiveFigure }: Rendering,
): Promise<FeedEntry> {
  const address = siteAddress(site);
  const page: Page = { type: 'article', slug: article.slug };
  const url = toAbsolute(pageToHref(page, entry.locale, address), address);
  const { Content } = await loadText(entry.id);
  return {
    url,
    title: entry.title,
    summary: entry.description,
    published: article.date ?? '',
    updated: lastChanged(article) ?? '',
    topics: article.topics.map((id) => ({
      id,
      label: localize(topics[id]?.label ?? {}, entry.locale, site.locales) || id,
    })),
    html: toFeedHtml(await container.renderToString(Content), {
      page: url,
      drawing: (digest) => toAbsolute(diagramHref(digest, address), address),
      toLiveFigure,
    }),
  };
}
