import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadArticles, loadSettings, loadText } from '../../../astro/index.ts';
import { toAbsolute } from '../../../locale/index.ts';
import { findDownloadHref, findLinkTarget } from '../../../library/index.ts';
import { rewriteAddresses } from '../../../markdown/index.ts';
import { parseLink, siteAddress } from '../../../model/index.ts';
import { createImageFinder } from '../../../syndication/image-sources.ts';
import { entryToMarkdown } from '../../../syndication/raw-markdown.ts';

export async function getStaticPaths() {
  const articles = await loadArticles();
  return articles.flatMap((article) =>
    [...article.entries.values()].map((entry) => ({
      params: { locale: entry.locale, slug: article.slug },
      props: { article, entry },
    })),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props: { article, entry } }) => {
  const [{ site }, { Content, html, markdown }] = await Promise.all([loadSettings(), loadText(entry.id)]);
  const findImage = markdown.includes('![')
    ? createImageFinder(entry.images, html, await renderHtml(Content))
    : () => undefined;
  const address = siteAddress(site);
  const body = rewriteAddresses(markdown, entry.addresses, (url) => {
    const isFile = parseLink(url, entry).type === 'file';
    const href = isFile
      ? (findImage(url) ?? findDownloadHref(url, entry, site))
      : findLinkTarget(url, entry, site)?.href;
    return href === undefined ? undefined : toAbsolute(href, address);
  });
  return new Response(entryToMarkdown(article, entry, body, site), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};

async function renderHtml(Content: Awaited<ReturnType<typeof loadText>>['Content']): Promise<string> {
  return (await AstroContainer.create()).renderToString(Content);
}
