import { localeToLabel, localize, markdownHref, toAbsolute } from '../locale/index.ts';
import { siteAddress, type Article, type Site } from '../model/index.ts';

/** Returns the content of `llms.txt` (https://llmstxt.org): links to the Markdown of every article in each of its languages. */
export function siteToLlmsText(site: Site, articles: readonly Article[]): string {
  const address = siteAddress(site);
  const sections = site.locales.map((locale) => {
    const links = articles.flatMap(({ slug, entries }) => {
      const entry = entries.get(locale);
      if (entry === undefined) return [];
      const about = entry.description === '' ? '' : `: ${entry.description}`;
      const href = toAbsolute(markdownHref(slug, locale, address), address);
      return [`- [${escape(entry.title)}](${href})${about}`];
    });
    return [`## ${localeToLabel(locale)}`, '', ...links].join('\n');
  });
  const names = [...new Set(site.locales.map((locale) => localize(site.name, locale, site.locales)))];
  const descriptions = site.locales.map((locale) => `> ${localize(site.description, locale, site.locales)}`);
  return [`# ${names.join(' · ')}`, descriptions.join(`\n>\n`), ...sections].join('\n\n') + '\n';
}

function escape(title: string): string {
  return title.replace(/[[\]\\]/g, '\\$&');
}
