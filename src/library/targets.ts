import {
  downloadHref,
  isLocaleTag,
  localeToLang,
  pageToHref,
  pathToPage,
  type Locale,
} from '../locale/index.ts';
import {
  parseStateFragment,
  toFragment,
  type LinkSentence,
  type LinkTarget,
  type LinkTargets,
  type Survey,
} from '../markdown/index.ts';
import {
  entryId,
  extensionOf,
  findDownloadProblem,
  folderOf,
  formatSize,
  parseLink,
  siteAddress,
  withoutOrigin,
  type Entry,
  type LinkDestination,
  type Site,
} from '../model/index.ts';
import type { Asset, EntryFile } from '../sources/index.ts';
import { noNames, type Names } from './names.ts';

/** Resolves the links of a text that point to an entry, to a download or to a path from the root of the site. */
export function findLinkTargets(survey: Survey, file: EntryFile, site: Site, names: Names): LinkTargets {
  const targets = survey.links.flatMap(({ url }): [string, LinkTarget][] => {
    const target = findLinkTarget(url, file, site, names) ?? findDownloadTarget(url, file, site);
    return target === undefined ? [] : [[url, target]];
  });
  return Object.fromEntries(targets);
}

/** Resolves those links of a text whose target depends on the names of other texts: links by name, and links to aliases. */
export function findNamedTargets(
  { links }: Pick<Survey, 'links'>,
  file: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  site: Site,
  names: Names,
): LinkTargets {
  const targets = links.flatMap(({ url }): [string, LinkTarget][] => {
    const destination = resolveLink(url, file, site, names);
    const isNamed = url.startsWith('[[') || (destination.type === 'entry' && destination.alias !== undefined);
    const target = isNamed ? findLinkTarget(url, file, site, names) : undefined;
    return target === undefined ? [] : [[url, target]];
  });
  return Object.fromEntries(targets);
}

/** A file that a text offers for download. */
export interface Download {
  /** Path within the text's folder, as in its address. */
  name: string;
  /** The same path as spelled on disk. */
  path: string;
}

/** Returns the files in a text's folder that it links to for download, without duplicates. */
export function findDownloads({ links }: Survey, file: EntryFile): Download[] {
  const found = links.flatMap(({ url }): [string, Download][] => {
    const download = findDownload(url, file);
    return download === undefined
      ? []
      : [[download.name, { name: download.name, path: download.asset.path }]];
  });
  return [...new Map(found).values()];
}

/** Returns the address of the download that a link points to, or `undefined` if it isn't one of the text's downloads. */
export function findDownloadHref(
  url: string,
  from: Pick<Entry, 'kind' | 'slug' | 'locale'> & { downloads: readonly Pick<Download, 'name'>[] },
  site: Site,
): string | undefined {
  const name = nameWithin(url, from);
  const isOffered = from.downloads.some((download) => download.name === name);
  return name === undefined || !isOffered ? undefined : hrefOf(name, { url, folder: folderOf(from), site });
}

function findDownloadTarget(url: string, file: EntryFile, site: Site): LinkTarget | undefined {
  const download = findDownload(url, file);
  if (download === undefined) return undefined;
  const { name, asset } = download;
  return {
    href: hrefOf(name, { url, folder: folderOf(file), site }),
    download: { ending: extensionOf(name), size: formatSize(asset.bytes, localeToLang(file.locale)) },
  };
}

/** Returns the address of a download, with the fragment of the link: `tea.pdf#page=2`. */
function hrefOf(name: string, { url, folder, site }: { url: string; folder: string; site: Site }): string {
  return downloadHref(folder, name, siteAddress(site)) + (/#.*$/s.exec(url)?.[0] ?? '');
}

function findDownload(url: string, file: EntryFile): { name: string; asset: Asset } | undefined {
  const name = nameWithin(url, file);
  const asset = findAsset(url, file);
  if (name === undefined || asset === undefined || findDownloadProblem(name) !== undefined) return undefined;
  return { name, asset };
}

/**
 * Resolves an address or a name in an entry's text: the one place that knows what a link means.
 *
 * A path from the root to the page of an entry, with or without the address of the site before it, resolves to that entry, and so do
 * its aliases. A name resolves to the entry in the
 * language of the text; it stays a name if there is nothing with it, or more than one.
 */
export function resolveLink(
  url: string,
  from: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  site: Pick<Site, 'locales' | 'origin' | 'base'>,
  names: Names,
): LinkDestination {
  const { locales } = site;
  const destination = parseLink(withoutOrigin(url, site), from);
  switch (destination.type) {
    case 'root':
      return resolveRoot(destination, from, locales, names);
    case 'entry':
      return withCurrentSlug(destination, names);
    case 'name': {
      const [found, ...others] = names.findName(destination.name, from.locale);
      if (found === undefined || others.length > 0) return destination;
      return { type: 'entry', ...found, locale: from.locale, id: destination.id, isFolder: true };
    }
    default:
      return destination;
  }
}

type EntryDestination = Extract<LinkDestination, { type: 'entry' }>;

function resolveRoot(
  destination: Extract<LinkDestination, { type: 'root' }>,
  from: Pick<Entry, 'locale'>,
  locales: readonly Locale[],
  names: Names,
): LinkDestination {
  const [, locale = '', path = ''] = /^([^/]*)\/(.*)$/s.exec(destination.path) ?? [];
  const isLocale = locales.includes(locale);
  const page = isLocale ? pathToPage(path) : undefined;
  const entry = { type: 'entry', id: destination.id, isFolder: true } as const;
  const moved = names.findAddress(destination.path);
  if (page?.type === 'article' || page?.type === 'single') {
    const kind = page.type === 'article' ? 'article' : 'page';
    const found = withCurrentSlug({ ...entry, kind, slug: page.slug, locale }, names);
    const exists = names.findSlug(kind, page.slug) !== undefined;
    return exists || moved === undefined ? found : { ...entry, ...moved, locale };
  }
  return moved === undefined ? destination : { ...entry, ...moved, locale: isLocale ? locale : from.locale };
}

/** Replaces a former slug by the current one. */
function withCurrentSlug(destination: EntryDestination, names: Names): EntryDestination {
  const { slug, alias } = names.findSlug(destination.kind, destination.slug) ?? {};
  return slug === undefined || alias === undefined ? destination : { ...destination, slug, alias };
}

/** Returns the target of a link to an entry or to a path from the root of the site, or `undefined` for other links. */
export function findLinkTarget(
  url: string,
  from: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  site: Site,
  names: Names = noNames,
): LinkTarget | undefined {
  const destination = resolveLink(url, from, site, names);
  if (destination.type === 'root') return { href: site.base + withoutOrigin(url, site).slice(1) };
  if (destination.type !== 'entry') return undefined;
  const fragment = destination.id === undefined ? '' : toFragment(destination.id);
  const { locale } = destination;
  return {
    href: entryHref(destination, site) + fragment,
    // The name of a file that does not exist may be no language.
    hreflang: locale === from.locale || !isLocaleTag(locale) ? undefined : localeToLang(locale),
    ...(url.startsWith('[[') ? { title: names.titleOf(destination, locale) } : {}),
  };
}

/** Returns the states of a text's own figures that it links to, as fragments, without duplicates. */
export function findStates(
  { links }: Survey,
  file: EntryFile,
  site: Pick<Site, 'locales' | 'origin' | 'base'>,
  names: Names,
): string[] {
  const { kind, slug, locale } = file;
  const states = links.flatMap(({ url }) => {
    const destination = resolveLink(url, file, site, names);
    const isOwn =
      destination.type === 'anchor' ||
      (destination.type === 'entry' && entryId(destination) === entryId({ kind, slug, locale }));
    const fragment = isOwn ? destination.id : undefined;
    return fragment === undefined || parseStateFragment(fragment) === undefined ? [] : [fragment];
  });
  return [...new Set(states)];
}

/** Returns the slugs of the other articles that a text links to, in any language, without duplicates. */
export function findLinkedArticles({ links }: Survey, file: EntryFile, site: Site, names: Names): string[] {
  const slugs = links.flatMap(({ url }) => {
    const destination = resolveLink(url, file, site, names);
    return destination.type === 'entry' && destination.kind === 'article' ? [destination.slug] : [];
  });
  return [...new Set(slugs)].filter((slug) => file.kind === 'page' || slug !== file.slug);
}

/** Returns the sentence with the first link to each other article, by slug. */
export function findMentions(
  { links }: Survey,
  file: EntryFile,
  site: Site,
  names: Names,
): Record<string, LinkSentence> {
  const mentions = new Map<string, LinkSentence>();
  for (const { url, sentence } of links) {
    if (sentence === undefined) continue;
    const destination = resolveLink(url, file, site, names);
    if (destination.type !== 'entry' || destination.kind !== 'article') continue;
    const { slug } = destination;
    const isOwn = file.kind === 'article' && slug === file.slug;
    if (!isOwn && !mentions.has(slug)) mentions.set(slug, withTitles(sentence, file, site, names));
  }
  return Object.fromEntries(mentions);
}

/** Replaces links by name without words by the titles that readers see in their place. */
function withTitles(
  { before, words, after }: LinkSentence,
  file: EntryFile,
  site: Site,
  names: Names,
): LinkSentence {
  const replace = (text: string): string =>
    text.replace(
      /\[\[[^[\]]+\]\]/g,
      (written) => findLinkTarget(written, file, site, names)?.title ?? written,
    );
  return { before: replace(before), words: replace(words), after: replace(after) };
}

/** Returns the address of an entry's page. */
function entryHref({ kind, slug, locale }: Pick<Entry, 'kind' | 'slug' | 'locale'>, site: Site): string {
  return pageToHref(
    kind === 'article' ? { type: 'article', slug } : { type: 'single', slug },
    locale,
    siteAddress(site),
  );
}

/** Returns the file in a text's folder that an address points to, or `undefined`. */
export function findAsset(url: string, file: EntryFile): Asset | undefined {
  const name = nameWithin(url, file);
  return name === undefined ? undefined : file.assets.get(name);
}

/** Returns the path within a text's folder that an address points to, whether or not the file exists, or `undefined` if it points elsewhere. */
export function nameWithin(url: string, file: Pick<Entry, 'kind' | 'slug' | 'locale'>): string | undefined {
  const destination = parseLink(url, file);
  if (destination.type !== 'file') return undefined;
  const folder = `${folderOf(file)}/`;
  return destination.path.startsWith(folder) ? destination.path.slice(folder.length) : undefined;
}
