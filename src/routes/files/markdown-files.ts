import { findDownloadHref, findLinkTarget } from '../../library/index.ts';
import { toAbsolute } from '../../locale/index.ts';
import { removeComments, rewriteAddresses } from '../../markdown/index.ts';
import { parseLink, parseWikilink, siteAddress } from '../../model/index.ts';
import { entryToMarkdown } from '../../syndication/raw-markdown.ts';
import type { StoredEntry } from '../../texts/index.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute } from './file-route.ts';

/** Returns the parts of an entry that its Markdown file depends on. */
function toWritten({
  kind,
  slug,
  locale,
  title,
  description,
  content,
  addresses,
  images,
  named,
  downloads,
}: StoredEntry) {
  return { kind, slug, locale, title, description, content, addresses, images, named, downloads };
}

/** Returns the Markdown of every article in each of its languages, with full URLs in its links, and without the comments that are notes of its translators and for Narani. */
export function markdownRoutes({ site, articles }: SiteContent): FileRoute[] {
  const address = siteAddress(site);
  return articles.flatMap(({ entries, ...article }) =>
    [...entries.values()].map(toWritten).map((entry): FileRoute => ({
      file: `${entry.locale}/articles/${article.slug}.md`,
      model: { site, article, entry },
      make: async ({ readBody }) => {
        const { markdown } = await readBody(entry);
        const body = rewriteAddresses(markdown, entry.addresses, (url) => {
          const isFile = parseLink(url, entry).type === 'file';
          const image = Object.hasOwn(entry.images, url) ? entry.images[url] : undefined;
          const named = Object.hasOwn(entry.named, url) ? entry.named[url] : undefined;
          const wikilink = parseWikilink(url);
          if (wikilink !== undefined)
            return (
              named && toLink(wikilink.words ?? named.title ?? wikilink.name, toAbsolute(named.href, address))
            );
          const href =
            image ??
            named?.href ??
            (isFile ? findDownloadHref(url, entry, site) : findLinkTarget(url, entry, site)?.href);
          return href === undefined ? undefined : toAbsolute(href, address);
        });
        return entryToMarkdown(article, entry, removeComments(body), site);
      },
    })),
  );
}

/** Writes a link in CommonMark, also within a table. */
function toLink(words: string, href: string): string {
  return `[${words.replace(/[\\[\]|*_`~<]/g, '\\$&')}](${href})`;
}
