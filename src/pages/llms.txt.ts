import type { APIRoute } from 'astro';
import { loadArticles, loadSettings } from '../astro/index.ts';
import { siteToLlmsText } from '../syndication/llms.ts';

export const GET: APIRoute = async () => {
  const [{ site }, articles] = await Promise.all([loadSettings(), loadArticles()]);
  return new Response(siteToLlmsText(site, articles));
};
