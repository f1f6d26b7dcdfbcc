import { localeToLabel, localeToLang, pageToHref, type Locale, type SiteAddress } from '../locale/index.ts';
import { foreignLang, resolveEntry, type Article } from '../model/index.ts';

/** Returns the address of an article in the reader’s language, and the title that it has there. */
export function linkToArticle(article: Article, locale: Locale, address: SiteAddress) {
  const shown = resolveEntry(article, locale);
  return {
    href: pageToHref({ type: 'article', slug: article.slug }, locale, address),
    title: shown.entry.title,
    /** Language of the title; absent if it is the reader’s. */
    lang: foreignLang(shown),
  };
}

/** Returns the addresses and titles of an article in its languages, except the one that readers of a language see. */
export function linksToOtherLanguages(article: Article, locale: Locale, address: SiteAddress) {
  const shown = resolveEntry(article, locale).entry;
  return [...article.entries.values()]
    .filter((entry) => entry !== shown)
    .map((entry) => ({
      href: pageToHref({ type: 'article', slug: article.slug }, entry.locale, address),
      title: entry.title,
      locale: entry.locale,
      lang: localeToLang(entry.locale),
      label: localeToLabel(entry.locale),
    }));
}
