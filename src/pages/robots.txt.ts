import type { APIRoute } from 'astro';
import { toAbsolute } from '../locale/index.ts';
import { siteAddress } from '../model/index.ts';
import { loadSettings } from '../site.ts';

export const GET: APIRoute = async () => {
  const { site } = await loadSettings();
  const sitemap = toAbsolute(`${site.base}sitemap-index.xml`, siteAddress(site));
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
