import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { cacheDir, root } from 'astro:config/server';
import { loadArticles, loadSettings } from '../../astro/index.ts';
import { cacheFolder } from '../../cache/index.ts';
import { createCardRenderer } from '../../pictures/card-renderer.ts';
import { articleCard, siteCard } from '../../pictures/page-cards.ts';

const drawCard = createCardRenderer({
  root: fileURLToPath(root),
  cache: cacheFolder(cacheDir, 'cards'),
});

/** Returns the paths of the cards of the site and of its articles, in each language, at the addresses of `cardHref`. */
export async function getStaticPaths() {
  const [{ site }, articles] = await Promise.all([loadSettings(), loadArticles()]);
  const ofSite = site.locales.map((locale) => ({ params: { card: locale }, props: siteCard(site, locale) }));
  const ofArticles = articles.flatMap((article) =>
    [...article.entries.keys()].map((locale) => ({
      params: { card: `${locale}/${article.slug}` },
      props: articleCard(site, article, locale),
    })),
  );
  return [...ofSite, ...ofArticles];
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props)), { headers: { 'Content-Type': 'image/png' } });
