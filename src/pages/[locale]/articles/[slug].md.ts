import type { APIRoute } from 'astro';
import { toAbsolute } from '../../../locale/index.ts';
import { entryHref } from '../../../library/index.ts';
import { rewriteLinks } from '../../../markdown/index.ts';
import { parseLink, siteAddress } from '../../../model/index.ts';
import { loadArticles, loadSettings, loadText } from '../../../site.ts';
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
  const { site } = await loadSettings();
  const { markdown } = await loadText(entry.id);
  const body = rewriteLinks(markdown, (url) => {
    const destination = parseLink(url, entry);
    if (destination.type === 'outside' && url.startsWith('/'))
      return toAbsolute(site.base + url.slice(1), siteAddress(site));
    if (destination.type !== 'entry') return undefined;
    const fragment = destination.id === undefined ? '' : `#${encodeURIComponent(destination.id)}`;
    return toAbsolute(entryHref(destination, site), siteAddress(site)) + fragment;
  });
  return new Response(entryToMarkdown(article, entry, body, site), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
