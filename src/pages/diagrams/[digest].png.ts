import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { cacheDir, root } from 'astro:config/server';
import { loadArticles, loadHtml } from '../../astro/index.ts';
import { cacheFolder } from '../../cache/index.ts';
import { createDrawingRenderer } from '../../pictures/drawing-renderer.ts';
import { drawingMargin, listDrawings } from '../../syndication/drawings.ts';

const draw = createDrawingRenderer({
  root: fileURLToPath(root),
  cache: cacheFolder(cacheDir, 'diagrams'),
  margin: drawingMargin,
});

/** Returns one path per distinct diagram and figure of all articles, at the addresses of `diagramHref`. */
export async function getStaticPaths() {
  const entries = (await loadArticles()).flatMap((article) => [...article.entries.values()]);
  const withDrawings = entries.filter(({ needs }) => needs.includes('diagram') || needs.includes('figure'));
  const texts = await Promise.all(withDrawings.map(({ id }) => loadHtml(id)));
  const drawings = new Map(
    texts.flatMap(listDrawings).map(({ digest, svg, kind }) => [digest, { svg, kind }]),
  );
  return [...drawings].map(([digest, props]) => ({ params: { digest }, props }));
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props: { svg, kind } }) =>
  new Response(new Uint8Array(await draw(svg, kind)), { headers: { 'Content-Type': 'image/png' } });
