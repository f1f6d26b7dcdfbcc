import type { APIRoute } from 'astro';
import { loadArticles, loadSettings, pathPerLocale } from '../astro/index.ts';
import { listSitemapPages, sitemapToXml } from '../syndication/sitemap.ts';

export const getStaticPaths = pathPerLocale;

export const GET: APIRoute = async ({ params: { locale = '' } }) => {
  const [{ site, topics, pages }, articles] = await Promise.all([loadSettings(), loadArticles()]);
  const xml = sitemapToXml(listSitemapPages({ site, topics, articles, pages }, locale));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
