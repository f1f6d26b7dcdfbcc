import type { APIRoute } from 'astro';
import { loadSettings } from '../astro/index.ts';
import { toAbsolute } from '../locale/index.ts';
import { siteAddress } from '../model/index.ts';

export const GET: APIRoute = async () => {
  const { site } = await loadSettings();
  const sitemap = toAbsolute(`${site.base}sitemap-index.xml`, siteAddress(site));
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
