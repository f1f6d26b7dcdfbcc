import type { APIRoute } from 'astro';
import { loadSettings } from '../astro/index.ts';
import { toAbsolute } from '../locale/index.ts';
import { siteAddress } from '../model/index.ts';
import { sitemapIndexToXml } from '../syndication/sitemap.ts';

export const GET: APIRoute = async () => {
  const { site } = await loadSettings();
  const urls = site.locales.map((locale) =>
    toAbsolute(`${site.base}sitemap-${locale}.xml`, siteAddress(site)),
  );
  return new Response(sitemapIndexToXml(urls), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
