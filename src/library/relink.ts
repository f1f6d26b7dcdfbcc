import {
  parseLink,
  renameWikilink,
  withoutOrigin,
  type Entry,
  type EntryKind,
  type Site,
} from '../model/index.ts';

/** An article or single page, by its slug. */
interface Slug {
  kind: EntryKind;
  slug: string;
}

/**
 * Returns a link as it must be written after a slug was replaced: the same address or name with the other slug, and everything else as
 * it was. Returns `undefined` if the link does not contain the slug.
 *
 * @example
 * relink('../old/ko.md#cause', from, { kind: 'article', slug: 'old' }, 'new', site) // '../new/ko.md#cause'
 */
export function relink(
  url: string,
  from: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  { kind, slug }: Slug,
  replacement: string,
  site: Pick<Site, 'locales' | 'origin' | 'base'>,
): string | undefined {
  const destination = parseLink(withoutOrigin(url, site), from);
  if (destination.type === 'name') {
    const prefix = new RegExp(`^${kind}s/`).exec(destination.name)?.[0] ?? '';
    const isMeant = destination.name.slice(prefix.length).toLowerCase() === slug.toLowerCase();
    return isMeant ? renameWikilink(url, prefix + replacement) : undefined;
  }
  const isEntry =
    (destination.type === 'entry' && destination.kind === kind && destination.slug === slug) ||
    (destination.type === 'file' && destination.path.startsWith(`${kind}s/${slug}/`));
  const isRoot = destination.type === 'root' && isBelow(destination.path, { kind, slug }, site.locales);
  if (!isEntry && !isRoot) return undefined;
  const [address, rest] = splitAt(url, url.search(/[?#]/));
  const segments = address.split('/');
  const at = segments.findLastIndex((segment) => nameOf(segment) === slug);
  const written = segments[at];
  // A link from within the folder need not name it.
  if (written === undefined) return undefined;
  const [ending = ''] = /\.(?:md|png)$/.exec(written) ?? [];
  segments[at] = (written.includes('%') ? encodeURIComponent(replacement) : replacement) + ending;
  return segments.join('/') + rest;
}

/** Returns whether a path from the root leads to a page or file of an article or single page. */
function isBelow(path: string, { kind, slug }: Slug, locales: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = path.split('/');
  if (first === 'og') return kind === 'article' && locales.includes(second) && third === `${slug}.png`;
  if (first === 'downloads') return second === `${kind}s` && third === slug;
  if (!locales.includes(first)) return false;
  return kind === 'page'
    ? second === slug
    : second === 'articles' && (third === slug || third === `${slug}.md`);
}

/** Returns the slug that a segment of an address may be, decoded. */
function nameOf(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
      .normalize('NFC')
      .replace(/\.(?:md|png)$/, '');
  } catch {
    return undefined;
  }
}

function splitAt(text: string, index: number): [string, string] {
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index)];
}
