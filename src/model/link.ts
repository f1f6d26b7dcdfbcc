import type { SiteAddress } from '../locale/index.ts';
import type { Entry, EntryKind } from './entry.ts';
import { parseWikilink } from './wikilink.ts';

/** The target of a link or picture in a text. */
export type LinkDestination =
  /** The web, mail or telephone; left unchanged. */
  | { type: 'outside' }
  /** A page or a file of the site, by its path from the root of the site, with an optional fragment. */
  | { type: 'root'; path: string; id: string | undefined }
  /** An anchor of the same text. */
  | { type: 'anchor'; id: string }
  /** An entry of the site, with an optional anchor. A link to the folder (`isFolder`) shows the entry in the reader's language. */
  | {
      type: 'entry';
      kind: EntryKind;
      slug: string;
      locale: string;
      id: string | undefined;
      isFolder: boolean;
      /** The alias that the link uses in place of the slug, as the author of the target wrote it. */
      alias?: string | undefined;
    }
  /** A text by its name: `[[name#id]]`. */
  | { type: 'name'; name: string; id: string | undefined }
  /** Any other file: a picture, a download. */
  | { type: 'file'; path: string }
  /** Invalid percent-encoding. */
  | { type: 'malformed' };

/** The schemes of links that pages may have. Others could run a program, or do nothing. */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto', 'tel', 'sms'];

/** Returns the scheme of an address in lowercase, without the colon, or `undefined` if the address is relative. */
export function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
}

/**
 * Returns an address without the scheme, host and base path of the site, so that it begins with `/`. Other addresses are returned as
 * they are.
 */
export function withoutOrigin(url: string, { origin, base }: SiteAddress): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url) || new URL(url).origin !== origin) return url;
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/';
  if (path.startsWith(base)) return path.slice(base.length - 1);
  return path === base.slice(0, -1) ? '/' : url;
}

/**
 * Parses an address as an author writes it, relative to the file that contains it.
 *
 * @example
 * parseLink('../silent-voicemail/ko.md#the-hunt', { kind: 'article', slug: 'ps-vs-top', locale: 'ko' })
 * // { type: 'entry', kind: 'article', slug: 'silent-voicemail', locale: 'ko', id: 'the-hunt', isFolder: false }
 */
export function parseLink(url: string, from: Pick<Entry, 'kind' | 'slug' | 'locale'>): LinkDestination {
  const wikilink = parseWikilink(url);
  if (wikilink !== undefined) return { type: 'name', name: wikilink.name, id: wikilink.id };
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
      // A path that leaves the content folder can't be an entry.
      if (parts.pop() === undefined) return ['..', path];
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts;
}

function parseFile(parts: readonly string[], id: string | undefined, ownLocale: string): LinkDestination {
  const [folder, slug, file, ...deeper] = parts;
  const kind = folder === 'articles' ? 'article' : folder === 'pages' ? 'page' : undefined;
  const isText = file === undefined || (file.endsWith('.md') && deeper.length === 0);
  if (kind === undefined || slug === undefined || !isText) return { type: 'file', path: parts.join('/') };
  return {
    type: 'entry',
    kind,
    slug,
    locale: file?.replace(/\.md$/, '') ?? ownLocale,
    id,
    isFolder: file === undefined,
  };
}
