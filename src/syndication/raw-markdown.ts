import { stringify } from 'yaml';
import { localeToLang, pageToHref, toAbsolute } from '../locale/index.ts';
import { siteAddress, type Article, type Entry, type Site } from '../model/index.ts';

/**
 * An entry as a Markdown file that stands by itself: what a translation inherits is written out, and it says where it is from.
 *
 * @param body the text, its links full URLs
 */
export function entryToMarkdown(article: Article, entry: Entry, body: string, site: Site): string {
  const address = siteAddress(site);
  const urlIn = (locale: string): string =>
    toAbsolute(pageToHref({ type: 'article', slug: article.slug }, locale, address), address);
  const facts = {
    title: entry.title,
    description: entry.description,
    date: article.date,
    ...(article.updated === undefined ? {} : { updated: article.updated }),
    topics: article.topics,
    lang: localeToLang(entry.locale),
    url: urlIn(entry.locale),
    ...(entry.locale === article.source ? {} : { translationOf: urlIn(article.source) }),
  };
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
}
