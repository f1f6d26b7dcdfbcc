import { suggest } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { isProgramText } from '../markdown/index.ts';
import { linkSchemes, parseWikilink, schemeOf, type Wikilink } from '../model/index.ts';

/** Identifies a text: an article and a language. */
export interface TextName {
  slug: string;
  locale: Locale;
}

/** The texts that links can lead to after the import. */
export interface Destinations {
  locales: readonly Locale[];
  /** Returns the languages of an article after the import; empty if there is no such article. */
  languagesOf: (slug: string) => readonly Locale[];
  /** Maps a fragment of the original text to its id after the import: `''` for the top of the text, `undefined` if unknown. */
  findId: (text: TextName, fragment: string) => string | undefined;
  /** Returns the slug of the article with a slug or title, whatever its case. */
  findName: (name: string) => string | undefined;
  /** Returns all ids in a text. */
  idsOf: (text: TextName) => readonly string[];
}

/** The destination of an address after the import. */
export type ResolvedAddress =
  /** An address outside the imported texts, which stays as it is. */
  | { type: 'same' }
  /** A text. `problem` describes a part of the address, such as its fragment, that had to be dropped. */
  | { type: 'text'; text: TextName; id: string; isFolder: boolean; problem?: LinkProblem }
  | { type: 'page'; url: string }
  /** An address that leads nowhere. */
  | { type: 'nowhere'; problem: LinkProblem };

/** The message about an address, or a part of it, that can’t be converted. */
interface LinkProblem {
  rule: string;
  what: string;
  why: string;
  fix: string;
}

/**
 * Resolves an address in an imported text.
 *
 * @example
 * resolveAddress('/ko/tail-latency/#원인', { slug: 'averages', locale: 'ko' }, destinations)
 * // { type: 'text', text: { slug: 'tail-latency', locale: 'ko' }, id: 'causes', isFolder: false }
 */
export function resolveAddress(url: string, from: TextName, destinations: Destinations): ResolvedAddress {
  const wikilink = parseWikilink(url);
  if (wikilink !== undefined) return resolveName(url, wikilink, from, destinations);
  if (url.startsWith('//')) return { type: 'same' };
  const scheme = schemeOf(url);
  if (scheme !== undefined)
    return linkSchemes.includes(scheme)
      ? { type: 'same' }
      : { type: 'nowhere', problem: unknownScheme(scheme) };
  const [, address = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  if (address === '' && query === '' && fragment === undefined)
    return { type: 'nowhere', problem: missingAddress };
  if (address === '' && query === '')
    return resolvePlace(from, fragment ?? '', { from, destinations, query });
  const parts = readPath(address, from).map((path) => pathToParts(path));
  const home = parts.map(([locale, ...rest]) => (rest.length === 0 ? locale : undefined))[0];
  if (address === '/') return { type: 'page', url: '/' };
  if (home !== undefined && destinations.locales.includes(home)) return { type: 'page', url: `/${home}/` };
  const text = parts.map(partsToText).find((each) => each !== undefined && isKnown(each, destinations));
  if (text === undefined) return { type: 'nowhere', problem: leadsNowhere(url) };
  return resolvePlace(text, fragment, { from, destinations, query });
}

/** Resolves a link by name. It stays as it is if it will lead to a text, or is text itself. */
function resolveName(
  url: string,
  { name, id = '' }: Wikilink,
  from: TextName,
  destinations: Destinations,
): ResolvedAddress {
  if (isProgramText(name)) return { type: 'same' };
  const slug = destinations.findName(name);
  if (slug === undefined) return { type: 'nowhere', problem: leadsNowhere(url) };
  const text = { slug, locale: from.locale };
  if (id === '' || destinations.findId(text, id) === id) return { type: 'same' };
  return { type: 'nowhere', problem: unknownPlace(id, destinations.idsOf(text), true) };
}

/** Returns the address, relative to the linking text, that leads to a text. */
export function formatAddress(
  { text, id, isFolder }: Extract<ResolvedAddress, { type: 'text' }>,
  from: TextName,
): string {
  const isOwn = text.slug === from.slug && text.locale === from.locale && id !== '';
  const path = isOwn ? '' : `../${text.slug}/${isFolder ? '' : `${text.locale}.md`}`;
  return path + encodeFragment(id);
}

/** Returns the fragment for an id, with percent-encoding of the characters that would end a Markdown link. */
export function encodeFragment(id: string): string {
  const encode = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return id === '' ? '' : `#${id.replace(/[%()<>[\]\\"'`]/g, encode)}`;
}

interface Context {
  from: TextName;
  destinations: Destinations;
  query: string;
}

function resolvePlace(
  text: TextName,
  fragment: string | undefined,
  { from, destinations, query }: Context,
): ResolvedAddress {
  const languages = destinations.languagesOf(text.slug);
  const isFolder = !languages.includes(text.locale);
  const shown = isFolder ? { ...text, locale: languages[0] ?? text.locale } : text;
  const place = decode(fragment ?? '');
  const id = place === '' ? '' : destinations.findId(shown, place);
  const resolved = { type: 'text', text, id: id ?? '', isFolder } as const;
  const isHere = text.slug === from.slug && text.locale === from.locale;
  if (id === undefined) {
    const problem = unknownPlace(place, destinations.idsOf(shown), isHere);
    return isHere ? { type: 'nowhere', problem: problem } : { ...resolved, problem };
  }
  return query === '' ? resolved : { ...resolved, problem: unreadQuery(query) };
}

/** Returns the absolute paths that an address can mean. A relative one is resolved against a file (`slug.md`) and a page (`slug/`). */
function readPath(address: string, { locale, slug }: TextName): string[] {
  const bases = [`http://site/${locale}/${encodeURIComponent(slug)}.md`];
  if (!address.startsWith('/')) bases.push(`http://site/${locale}/${encodeURIComponent(slug)}/`);
  return bases.map((base) => (URL.canParse(address, base) ? new URL(address, base).pathname : '/'));
}

function pathToParts(path: string): string[] {
  return decode(path)
    .split('/')
    .filter((part) => part !== '');
}

/** Parses `ko/tail-latency/`, `ko/tail-latency.md` and `ko/articles/tail-latency/` as the same text. */
function partsToText(parts: readonly string[]): TextName | undefined {
  const [locale, ...rest] = parts;
  const [name, ...deeper] = rest.length > 1 && rest[0] === 'articles' ? rest.slice(1) : rest;
  if (locale === undefined || name === undefined || deeper.some((part) => part !== 'index.html'))
    return undefined;
  return { locale, slug: name.replace(/\.(?:md|html)$/, '') };
}

function isKnown({ slug, locale }: TextName, { locales, languagesOf }: Destinations): boolean {
  return locales.includes(locale) && languagesOf(slug).length > 0;
}

/** Percent-decodes a text, or returns it as it is if the encoding is malformed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

const missingAddress: LinkProblem = {
  rule: 'import/empty-link',
  what: 'The link has no address: only its text is kept',
  why: 'Following it would only reload the page.',
  fix: 'Add an address if it should be a link.',
};

function unknownScheme(scheme: string): LinkProblem {
  return {
    rule: 'import/link-scheme',
    what: `Links with \`${scheme}:\` are not supported: converted to text`,
    why: 'Links may begin with `https:`, `http:`, `mailto:`, `tel:` or `sms:`. Others are removed from pages: they could run a program, or do nothing.',
    fix: 'Nothing to do, unless a web address can replace it.',
  };
}

function leadsNowhere(url: string): LinkProblem {
  return {
    rule: 'import/broken-link',
    what: `\`${url}\` is neither an imported nor an existing text: only the text of the link is kept`,
    why: 'Readers would get a “page not found” error.',
    fix: 'Import the target, too, correct the link, or write its full web address (`https://…`).',
  };
}

function unknownPlace(place: string, ids: readonly string[], isHere: boolean): LinkProblem {
  return {
    rule: 'import/unknown-anchor',
    what: `Unknown anchor \`#${place}\` (${isHere ? 'only the text of the link is kept' : 'the link now leads to the top of the text'})${suggest(place, similarIds(place, ids))}`,
    why: 'The text has no heading with that id, neither before nor after the import.',
    fix: 'Use the id of a heading of that text. Headings have the id of their English counterpart.',
  };
}

/** Returns the ids only if one of them is similar: a list of all headings would not help. */
function similarIds(place: string, ids: readonly string[]): readonly string[] {
  return suggest(place, ids).startsWith(':') ? ids : [];
}

function unreadQuery(query: string): LinkProblem {
  return {
    rule: 'import/link-query',
    what: `Query \`${query}\` in a link to a text: removed`,
    why: 'The pages of the site ignore queries.',
    fix: 'Nothing to do.',
  };
}
