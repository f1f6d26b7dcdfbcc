import { x } from 'xastscript';
import type { CalendarDate } from '../locale/index.ts';
import { toXmlFile } from './xml.ts';

/** A page that search engines may know. All addresses are full URLs. */
export interface SitemapPage {
  url: string;
  lastChanged: CalendarDate | undefined;
  /** The page in each of its languages, itself included, and `x-default`. */
  alternates: readonly { hreflang: string; href: string }[];
}

/** Pages as a sitemap (https://www.sitemaps.org/protocol.html) that ties the languages of each together. */
export function sitemapToXml(pages: readonly SitemapPage[]): string {
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  const document = x(
    'urlset',
    namespaces,
    pages.map(({ url, lastChanged, alternates }) =>
      x('url', [
        x('loc', url),
        ...(lastChanged === undefined ? [] : [x('lastmod', lastChanged)]),
        ...alternates.map(({ hreflang, href }) => x('xhtml:link', { rel: 'alternate', hreflang, href })),
      ]),
    ),
  );
  return toXmlFile(document);
}

/** The list of a site's sitemaps, by their full URLs. */
export function sitemapIndexToXml(urls: readonly string[]): string {
  const document = x(
    'sitemapindex',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    urls.map((url) => x('sitemap', [x('loc', url)])),
  );
  return toXmlFile(document);
}
