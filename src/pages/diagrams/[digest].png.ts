import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { cacheDir, root } from 'astro:config/server';
import { createDiagramRenderer } from '../../pictures/diagram-picture.ts';
import { loadArticles, loadHtml } from '../../site.ts';
import { diagramMargin, listDiagrams } from '../../syndication/diagram.ts';

const drawDiagram = createDiagramRenderer({
  root: fileURLToPath(root),
  cache: fileURLToPath(new URL('kept/diagrams/', cacheDir)),
  margin: diagramMargin,
});

/** The addresses that `diagramHref` gives: every diagram of every article, each once. */
export async function getStaticPaths() {
  const entries = (await loadArticles()).flatMap((article) => [...article.entries.values()]);
  const texts = await Promise.all(entries.map(({ id }) => loadHtml(id)));
  const diagrams = new Map(texts.flatMap(listDiagrams).map(({ digest, svg }) => [digest, svg]));
  return [...diagrams].map(([digest, svg]) => ({ params: { digest }, props: { svg } }));
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props: { svg } }) =>
  new Response(new Uint8Array(await drawDiagram(svg)), { headers: { 'Content-Type': 'image/png' } });
