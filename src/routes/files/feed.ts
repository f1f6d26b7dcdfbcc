import {
  diagramHref,
  feedHref,
  loadDictionary,
  localeToLang,
  localize,
  pageToHref,
  toAbsolute,
  type Locale,
} from '../../locale/index.ts';
import { lastChanged, siteAddress, type Article } from '../../model/index.ts';
import { feedToXml, type FeedEntry } from '../../syndication/atom.ts';
import { toFeedHtml } from '../../syndication/feed-html.ts';
import { toShown } from '../project.ts';
import type { ShownEntry } from '../../page-model/index.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute, FileTools } from './file-route.ts';

/** Limits the size of the feed, which readers download as a whole. Enough for those who check once a month. */
const maxEntries = 20;

/** Returns the feed of a language: its newest articles as Atom. */
export function feedRoute({ site, topics, articles }: SiteContent, locale: Locale): FileRoute {
  const written = articles.flatMap((article) => {
    const entry = article.entries.get(locale);
    return entry === undefined ? [] : [{ article, entry: toShown(entry) }];
  });
  const newest = written.slice(0, maxEntries);
  const address = siteAddress(site);
  const toFeedEntry = async (
    { article, entry }: { article: Article; entry: ShownEntry },
    { readBody }: FileTools,
  ): Promise<FeedEntry> => {
    const url = toAbsolute(pageToHref({ type: 'article', slug: article.slug }, locale, address), address);
    const { toLiveFigure } = await loadDictionary(locale);
    return {
      url,
      title: entry.title,
      summary: entry.description,
      published: article.date ?? '',
      updated: lastChanged(article) ?? '',
      topics: article.topics.map((id) => ({
        id,
        label: localize(topics[id]?.label ?? {}, locale, site.locales) || id,
      })),
      html: toFeedHtml((await readBody(entry)).html, {
        page: url,
        drawing: (digest) => toAbsolute(diagramHref(digest, address), address),
        toLiveFigure,
      }),
    };
  };
  return {
    file: `${locale}/feed.xml`,
    model: { site, topics, newest },
    make: async (tools) => {
      const { feedExplanation, toHome } = await loadDictionary(locale);
      const entries: FeedEntry[] = [];
      for (const each of newest) entries.push(await toFeedEntry(each, tools));
      return feedToXml({
        lang: localeToLang(locale),
        title: localize(site.name, locale, site.locales),
        subtitle: localize(site.description, locale, site.locales),
        home: toAbsolute(pageToHref({ type: 'home' }, locale, address), address),
        self: toAbsolute(feedHref(locale, address), address),
        author: { name: site.author.name, url: site.author.url },
        browserView: { stylesheet: `${site.base}feed.css`, explanation: feedExplanation, toHome },
        entries,
      });
    },
  };
}
