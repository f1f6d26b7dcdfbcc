import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { root } from 'astro:config/server';
import { loadArticles, loadSettings } from '../../astro/index.ts';
import { folderOf } from '../../model/index.ts';

/** Returns one path per file that a text offers for download, once for all languages, at the addresses of `downloadHref`. */
export async function getStaticPaths() {
  const [articles, { pages }] = await Promise.all([loadArticles(), loadSettings()]);
  const offered = [...articles, ...pages].flatMap((article) =>
    [...article.entries.values()].flatMap(({ downloads }) =>
      downloads.map(({ name, file }): [string, string] => [`${folderOf(article)}/${name}`, file]),
    ),
  );
  return [...new Map(offered)].map(([file, source]) => ({ params: { file }, props: { source } }));
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props: { source } }) =>
  new Response(new Uint8Array(await readFile(path.join(fileURLToPath(root), source))), {
    // Makes browsers download the file instead of displaying it.
    headers: { 'Content-Type': 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' },
  });
