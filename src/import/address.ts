import { suggest } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';

/** A text of an article: what is brought in, and what links lead to. */
export interface TextName {
  slug: string;
  locale: Locale;
}

/** What links can lead to. */
export interface Destinations {
  locales: readonly Locale[];
  /** The languages that an article has when all is brought in; none for what is no article. */
  languagesOf: (slug: string) => readonly Locale[];
  /** The id here of a place that had another where the text comes from; `''` for its head; none where there is no such place. */
  findId: (text: TextName, fragment: string) => string | undefined;
  /** The ids there are in a text. */
  idsOf: (text: TextName) => readonly string[];
}

/** Where an address leads once its text has been brought in. */
export type Way =
  /** Where it led before. */
  | { type: 'same' }
  /** To a text, as precisely as `lost` allows: what of the address leads to nothing. */
  | { type: 'text'; text: TextName; id: string; isFolder: boolean; lost?: Loss }
  | { type: 'page'; url: string }
  /** To nothing. */
  | { type: 'nowhere'; loss: Loss };

/** What can't be carried over of an address. */
export interface Loss {
  rule: string;
  what: string;
  why: string;
  fix: string;
}

/**
 * Find where an address of a text that is brought in leads.
 *
 * @example
 * findWay('/ko/tail-latency/#원인', { slug: 'averages', locale: 'ko' }, destinations)
 * // { type: 'text', text: { slug: 'tail-latency', locale: 'ko' }, id: 'causes', isFolder: false }
 */
export function findWay(url: string, from: TextName, destinations: Destinations): Way {
  if (url.startsWith('//')) return { type: 'same' };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined)
    return ['http', 'https', 'mailto'].includes(scheme)
      ? { type: 'same' }
      : { type: 'nowhere', loss: unknownScheme(scheme) };
  const [, address = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  if (address === '' && query === '' && fragment === undefined)
    return { type: 'nowhere', loss: missingAddress };
  if (address === '' && query === '') return leadToPlace(from, fragment ?? '', { from, destinations, query });
  const parts = readPath(address, from).map((path) => pathToParts(path));
  const home = parts.map(([locale, ...rest]) => (rest.length === 0 ? locale : undefined))[0];
  if (address === '/') return { type: 'page', url: '/' };
  if (home !== undefined && destinations.locales.includes(home)) return { type: 'page', url: `/${home}/` };
  const text = parts.map(partsToText).find((each) => each !== undefined && isKnown(each, destinations));
  if (text === undefined) return { type: 'nowhere', loss: leadsNowhere(url) };
  return leadToPlace(text, fragment, { from, destinations, query });
}

/** The address by which a text of Narani links another. */
export function writeAddress({ text, id, isFolder }: Extract<Way, { type: 'text' }>, from: TextName): string {
  const isOwn = text.slug === from.slug && text.locale === from.locale && id !== '';
  const path = isOwn ? '' : `../${text.slug}/${isFolder ? '' : `${text.locale}.md`}`;
  return path + writeFragment(id);
}

/** The fragment that names an id, in which nothing ends a link of Markdown. */
export function writeFragment(id: string): string {
  const encode = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return id === '' ? '' : `#${id.replace(/[%()<>[\]\\"'`]/g, encode)}`;
}

interface Context {
  from: TextName;
  destinations: Destinations;
  query: string;
}

function leadToPlace(
  text: TextName,
  fragment: string | undefined,
  { from, destinations, query }: Context,
): Way {
  const languages = destinations.languagesOf(text.slug);
  const isFolder = !languages.includes(text.locale);
  const shown = isFolder ? { ...text, locale: languages[0] ?? text.locale } : text;
  const place = decode(fragment ?? '');
  const id = place === '' ? '' : destinations.findId(shown, place);
  const way = { type: 'text', text, id: id ?? '', isFolder } as const;
  const isHere = text.slug === from.slug && text.locale === from.locale;
  if (id === undefined) {
    const lost = unknownPlace(place, destinations.idsOf(shown), isHere);
    return isHere ? { type: 'nowhere', loss: lost } : { ...way, lost };
  }
  return query === '' ? way : { ...way, lost: unreadQuery(query) };
}

/** The paths from the root that an address may mean: relative ones are written as if to a file, or as if to a page. */
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

/** `ko/tail-latency/`, `ko/tail-latency.md` and `ko/articles/tail-latency/` are all that text. */
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

/** What is not encoded as it should be means itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

const missingAddress: Loss = {
  rule: 'import/empty-link',
  what: 'Missing address of a link: only its text is kept',
  why: 'The reader who follows it only loads the page again.',
  fix: 'Say where it leads, if it should be a link.',
};

function unknownScheme(scheme: string): Loss {
  return {
    rule: 'import/link-scheme',
    what: `Unexpected \`${scheme}:\` in a link, expected \`https:\`, \`http:\` or \`mailto:\`: written as text`,
    why: 'Such a link is taken off the page: it could run a program, or do nothing.',
    fix: 'Nothing need be done, unless a web address says the same.',
  };
}

function leadsNowhere(url: string): Loss {
  return {
    rule: 'import/broken-link',
    what: `Unexpected link to \`${url}\`, expected a text that is brought in or stands there: only its text is kept`,
    why: 'The reader would meet “page not found”.',
    fix: 'Bring in what it leads to as well, correct it, or write where it is on the web (`https://…`).',
  };
}

function unknownPlace(place: string, ids: readonly string[], isHere: boolean): Loss {
  return {
    rule: 'import/unknown-anchor',
    what: `Unexpected anchor \`#${place}\`${suggest(place, nearTo(place, ids))}: ${isHere ? 'only the text of the link is kept' : 'the link leads to the head of the text'}`,
    why: 'There is no heading of that id, neither where the text comes from nor here.',
    fix: 'Name the id of a heading there. Headings have the id of their English counterpart.',
  };
}

/** A list of all headings would say nothing. */
function nearTo(place: string, ids: readonly string[]): readonly string[] {
  return suggest(place, ids).startsWith(':') ? ids : [];
}

function unreadQuery(query: string): Loss {
  return {
    rule: 'import/link-query',
    what: `Unexpected \`${query}\` in a link to a text: left out`,
    why: 'A page of the site has no use for it.',
    fix: 'Nothing need be done.',
  };
}
