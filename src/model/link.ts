import type { Entry, EntryKind } from './entry.ts';

/** What an address in a text leads to. */
export type LinkDestination =
  /** Elsewhere on the web, or mail: left as it is. */
  | { type: 'outside' }
  /** A page or a file of the site, by its path from the root of the site, and perhaps a place in it. */
  | { type: 'root'; path: string; id: string | undefined }
  /** A place in the same text. */
  | { type: 'anchor'; id: string }
  /** An entry of the site, and perhaps a place in it. A link to its folder means whichever entry the reader is shown. */
  | {
      type: 'entry';
      kind: EntryKind;
      slug: string;
      locale: string;
      id: string | undefined;
      isFolder: boolean;
    }
  /** A file that is no entry: a picture, an attachment. */
  | { type: 'file'; path: string }
  /** Not an address: `%` that encodes nothing. */
  | { type: 'malformed' };

/**
 * Read an address as an author writes it, relative to the file it stands in.
 *
 * @example
 * parseLink('../silent-voicemail/ko.md#the-hunt', { kind: 'article', slug: 'ps-vs-top', locale: 'ko' })
 * // { type: 'entry', kind: 'article', slug: 'silent-voicemail', locale: 'ko', id: 'the-hunt', isFolder: false }
 */
export function parseLink(url: string, from: Pick<Entry, 'kind' | 'slug' | 'locale'>): LinkDestination {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return { type: 'outside' };
  const [address, fragment] = splitFragment(url);
  const isAtRoot = address.startsWith('/');
  const path = decode(isAtRoot ? address.replace(/\?.*$/s, '') : address);
  const id = fragment === undefined ? undefined : decode(fragment);
  if (path === undefined || (fragment !== undefined && id === undefined)) return { type: 'malformed' };
  if (path === '') return { type: 'anchor', id: id ?? '' };
  if (isAtRoot) return { type: 'root', path: path.slice(1), id };
  return parseFile(joinPath([`${from.kind}s`, from.slug], path), id, from.locale);
}

function splitFragment(url: string): [string, string | undefined] {
  const hash = url.indexOf('#');
  return hash === -1 ? [url, undefined] : [url.slice(0, hash), url.slice(hash + 1)];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return undefined;
  }
}

function joinPath(folder: readonly string[], path: string): string[] {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') {
      // Above the content there is nothing: what climbs there is no entry.
      if (parts.pop() === undefined) return ['..', path];
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts;
}

function parseFile(parts: readonly string[], id: string | undefined, own: string): LinkDestination {
  const [folder, slug, file, ...deeper] = parts;
  const kind = folder === 'articles' ? 'article' : folder === 'pages' ? 'page' : undefined;
  const isText = file === undefined || (file.endsWith('.md') && deeper.length === 0);
  if (kind === undefined || slug === undefined || !isText) return { type: 'file', path: parts.join('/') };
  return {
    type: 'entry',
    kind,
    slug,
    locale: file?.replace(/\.md$/, '') ?? own,
    id,
    isFolder: file === undefined,
  };
}
