import {
  cardHref,
  localeToLang,
  localize,
  pageToHref,
  toAbsolute,
  type Locale,
  type Page,
} from '../locale/index.ts';
import {
  lastChanged,
  siteAddress,
  type Article,
  type Entry,
  type Site,
  type Topics,
} from '../model/index.ts';

/** Converts an entry to a `BlogPosting` (https://schema.org/BlogPosting) for search engines, with references to its other languages. */
export function articleToJsonLd(
  article: Article,
  entry: Entry & { minutes: number },
  { site, topics }: { site: Site; topics: Topics },
): object {
  const address = siteAddress(site);
  const page: Page = { type: 'article', slug: article.slug };
  const urlIn = (locale: Locale): string => toAbsolute(pageToHref(page, locale, address), address);
  const url = urlIn(entry.locale);
  const others = [...article.entries.keys()].filter((locale) => locale !== entry.locale);
  const isSource = entry.locale === article.source;
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': url,
    url,
    headline: entry.title,
    description: entry.description || undefined,
    image: toAbsolute(cardHref(page, entry.locale, address), address),
    inLanguage: localeToLang(entry.locale),
    datePublished: article.date,
    dateModified: lastChanged(article),
    timeRequired: `PT${entry.minutes}M`,
    author: { '@type': 'Organization', name: site.author.name, url: site.author.url },
    isPartOf: {
      '@type': 'WebSite',
      name: localize(site.name, entry.locale, site.locales),
      url: site.origin + site.base,
    },
    about: article.topics.flatMap((id) => {
      const label = topics[id]?.label;
      return label === undefined ? [] : [localize(label, entry.locale, site.locales)];
    }),
    ...(isSource
      ? { workTranslation: others.map(toReference(urlIn)) }
      : { translationOfWork: toReference(urlIn)(article.source) }),
  };
}

function toReference(urlIn: (locale: Locale) => string) {
  return (locale: Locale): object => ({
    '@type': 'BlogPosting',
    '@id': urlIn(locale),
    inLanguage: localeToLang(locale),
  });
}
