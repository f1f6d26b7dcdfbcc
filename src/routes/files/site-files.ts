import { toAbsolute } from '../../locale/index.ts';
import { securityContact, siteAddress } from '../../model/index.ts';
import { drawFavicon, drawTouchIcon } from '../../pictures/site-icons.ts';
import { siteToLlmsText } from '../../syndication/llms.ts';
import { siteToSecurityText } from '../../syndication/security-text.ts';
import { listSitemapPages, sitemapIndexToXml, sitemapToXml } from '../../syndication/sitemap.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute } from './file-route.ts';

/** Returns the files that a site has once: for crawlers, for people who report vulnerabilities, and its icons. */
export function siteFileRoutes(content: SiteContent): FileRoute[] {
  const { site, mark, articles, today } = content;
  const address = siteAddress(site);
  const toUrl = (file: string): string => toAbsolute(`${site.base}${file}`, address);
  const sitemaps = site.locales.map((locale) => ({ locale, file: `sitemap-${locale}.xml` }));
  const contact = securityContact(site);
  return [
    toRoute('robots.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${toUrl('sitemap-index.xml')}\n`),
    toRoute('sitemap-index.xml', () => sitemapIndexToXml(sitemaps.map(({ file }) => toUrl(file)))),
    ...sitemaps.map(({ locale, file }) =>
      toRoute(file, () => sitemapToXml(listSitemapPages(content, locale))),
    ),
    toRoute('llms.txt', () => siteToLlmsText(site, articles)),
    ...(contact === undefined
      ? []
      : [toRoute('.well-known/security.txt', () => siteToSecurityText(site, contact, today))]),
    toRoute('favicon.svg', () => mark.favicon),
    { file: 'favicon.ico', model: mark.svg, make: () => drawFavicon(mark.svg) },
    { file: 'apple-touch-icon.png', model: mark.icon, make: () => drawTouchIcon(mark.icon) },
    ...(mark.shown.type === 'logo'
      ? [toRoute(decodeURI(mark.shown.src.slice(site.base.length)), () => mark.svg)]
      : []),
  ];
}

function toRoute(file: string, make: () => string): FileRoute {
  return { file, model: undefined, make };
}
