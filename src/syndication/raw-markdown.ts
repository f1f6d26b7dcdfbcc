import { stringify } from 'yaml';
import { localeToLang, pageToHref, toAbsolute } from '../locale/index.ts';
import { siteAddress, type Article, type Entry, type Site } from '../model/index.ts';

/**
 * Serializes an entry as a self-contained Markdown file. Its front matter includes what a translation inherits, and the
 * addresses of the page and its original.
 *
 * @param body the text, with full URLs in its links
 */
export function entryToMarkdown(
  article: Omit<Article, 'entries'>,
  entry: Pick<Entry, 'title' | 'description' | 'locale'>,
  body: string,
  site: Site,
): string {
  const address = siteAddress(site);
  const urlIn = (locale: string): string =>
    toAbsolute(pageToHref({ type: 'article', slug: article.slug }, locale, address), address);
  const facts = {
    title: entry.title,
    ...(entry.description === '' ? {} : { description: entry.description }),
    date: article.date,
    ...(article.updated === undefined ? {} : { updated: article.updated }),
    topics: article.topics,
    lang: localeToLang(entry.locale),
    url: urlIn(entry.locale),
    ...(entry.locale === article.source ? {} : { translationOf: urlIn(article.source) }),
  };
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
}
