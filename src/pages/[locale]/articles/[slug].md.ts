import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { toAbsolute } from '../../../locale/index.ts';
import { entryHref } from '../../../library/index.ts';
import { rewriteLinks } from '../../../markdown/index.ts';
import { parseLink, siteAddress } from '../../../model/index.ts';
import { loadArticles, loadSettings, loadText } from '../../../site.ts';
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
  const [{ site }, { Content, markdown }] = await Promise.all([loadSettings(), loadText(entry.id)]);
  const findImage = markdown.includes('![') ? createImageFinder(await renderHtml(Content)) : () => undefined;
  const address = siteAddress(site);
  const body = rewriteLinks(markdown, (url) => {
    const destination = parseLink(url, entry);
    switch (destination.type) {
      case 'outside':
        return url.startsWith('/') ? toAbsolute(site.base + url.slice(1), address) : undefined;
      case 'entry': {
        const fragment = destination.id === undefined ? '' : `#${encodeURIComponent(destination.id)}`;
        return toAbsolute(entryHref(destination, site), address) + fragment;
      }
      case 'file': {
        const source = findImage(url);
        return source === undefined ? undefined : toAbsolute(source, address);
      }
      default:
        return undefined;
    }
  });
  return new Response(entryToMarkdown(article, entry, body, site), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};

async function renderHtml(Content: Awaited<ReturnType<typeof loadText>>['Content']): Promise<string> {
  return (await AstroContainer.create()).renderToString(Content);
}
