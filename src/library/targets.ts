import { localeToLang, pageToHref, pathToPage } from '../locale/index.ts';
import {
  parseStateFragment,
  toFragment,
  type ImageFiles,
  type LinkTarget,
  type LinkTargets,
  type Survey,
} from '../markdown/index.ts';
import {
  entryId,
  folderOf,
  parseLink,
  siteAddress,
  type Entry,
  type LinkDestination,
  type Site,
} from '../model/index.ts';
import type { Asset, EntryFile } from '../sources/index.ts';

/** Where each link of a text leads, for those that lead to another entry or from the root of the site. */
export function findLinkTargets(survey: Survey, file: EntryFile, site: Site): LinkTargets {
  const targets = survey.links.flatMap(({ url }): [string, LinkTarget][] => {
    const target = findLinkTarget(url, file, site);
    return target === undefined ? [] : [[url, target]];
  });
  return Object.fromEntries(targets);
}

/** What an address in an entry's text leads to. The page of an entry, named from the root, is the entry it shows. */
export function resolveLink(
  url: string,
  from: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  { locales }: Pick<Site, 'locales'>,
): LinkDestination {
  const destination = parseLink(url, from);
  if (destination.type !== 'root') return destination;
  const [, locale = '', path = ''] = /^([^/]*)\/(.*)$/s.exec(destination.path) ?? [];
  const page = locales.includes(locale) ? pathToPage(path) : undefined;
  if (page?.type !== 'article' && page?.type !== 'single') return destination;
  const kind = page.type === 'article' ? 'article' : 'page';
  return { type: 'entry', kind, slug: page.slug, locale, id: destination.id, isFolder: true };
}

/** Where an address in an entry's text leads, if it is another entry or stands at the root of the site. */
export function findLinkTarget(
  url: string,
  from: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  site: Site,
): LinkTarget | undefined {
  const destination = resolveLink(url, from, site);
  if (destination.type === 'root') return { href: site.base + url.slice(1) };
  if (destination.type !== 'entry') return undefined;
  const fragment = destination.id === undefined ? '' : toFragment(destination.id);
  return {
    href: entryHref(destination, site) + fragment,
    hreflang: destination.locale === from.locale ? undefined : localeToLang(destination.locale),
  };
}

/** The states of its own figures that a text links to, as fragments, each once. */
export function findStates({ links }: Survey, file: EntryFile, site: Pick<Site, 'locales'>): string[] {
  const { kind, slug, locale } = file;
  const states = links.flatMap(({ url }) => {
    const destination = resolveLink(url, file, site);
    const isOwn =
      destination.type === 'anchor' ||
      (destination.type === 'entry' && entryId(destination) === entryId({ kind, slug, locale }));
    const fragment = isOwn ? destination.id : undefined;
    return fragment === undefined || parseStateFragment(fragment) === undefined ? [] : [fragment];
  });
  return [...new Set(states)];
}

/** Slugs of the other articles that a text links to, in any language, each once. */
export function findLinkedArticles({ links }: Survey, file: EntryFile, site: Site): string[] {
  const slugs = links.flatMap(({ url }) => {
    const destination = resolveLink(url, file, site);
    return destination.type === 'entry' && destination.kind === 'article' ? [destination.slug] : [];
  });
  return [...new Set(slugs)].filter((slug) => file.kind === 'page' || slug !== file.slug);
}

/** The address of the page that shows an entry. */
function entryHref({ kind, slug, locale }: Pick<Entry, 'kind' | 'slug' | 'locale'>, site: Site): string {
  return pageToHref(
    kind === 'article' ? { type: 'article', slug } : { type: 'single', slug },
    locale,
    siteAddress(site),
  );
}

/** Where each picture of a text is: in the text's folder, or below the root of the site. */
export function findImageFiles(survey: Survey, file: EntryFile, site: Site): ImageFiles {
  const found = survey.images.flatMap(({ url }): [string, string][] => {
    const asset = /^\/(?!\/)/.test(url) ? site.base + url.slice(1) : findPicture(url, file);
    return asset === undefined ? [] : [[url, asset]];
  });
  return Object.fromEntries(found);
}

/** The path within a text's folder, as the disk spells it, of the picture that an address names; none where there is none to show. */
function findPicture(url: string, file: EntryFile): string | undefined {
  const asset = findAsset(url, file);
  return asset?.fault === undefined ? asset?.path : undefined;
}

/** The file beside a text that an address names, if there is one. */
export function findAsset(url: string, file: EntryFile): Asset | undefined {
  const destination = parseLink(url, file);
  if (destination.type !== 'file') return undefined;
  const folder = `${folderOf(file)}/`;
  return destination.path.startsWith(folder)
    ? file.assets.get(destination.path.slice(folder.length))
    : undefined;
}
