import type { Locale } from '../locale/index.ts';
import { foldName, folderOf, parseAlias, type Entry, type EntryKind } from '../model/index.ts';

/** An article or single page, and the alias by which it was found, if it was. */
export interface NamedText {
  kind: EntryKind;
  slug: string;
  /** The alias as its author wrote it. */
  alias?: string | undefined;
}

/** Finds articles and single pages by everything that links may call them. Case and Unicode form don’t matter. */
export interface Names {
  /** Returns what has a slug now or, if nothing does, what had it before; `undefined` if neither. */
  findSlug: (kind: EntryKind, slug: string) => NamedText | undefined;
  /** Returns what had an address before, by its decoded path without the leading slash. */
  findAddress: (path: string) => NamedText | undefined;
  /**
   * Returns what a link by name (`[[name]]`) in a language can mean: what has this slug, or else this title in the language, or else in
   * another one, or else this alias. More than one if several have the title, none if nothing does.
   */
  findName: (name: string, locale: Locale) => readonly NamedText[];
  /** Returns the title of a text in a language, or else that of its source. */
  titleOf: (text: Pick<NamedText, 'kind' | 'slug'>, locale: Locale) => string | undefined;
  /** Returns all names that can be written in a language, as written, for suggestions. */
  listNames: (locale: Locale) => string[];
}

/**
 * Collects the names of texts. If two claim one alias, which the check reports, the first one has it.
 *
 * @param others texts of which only the slug is a name
 */
export function createNames(
  entries: readonly Entry[],
  others: readonly Pick<Entry, 'kind' | 'slug'>[] = [],
): Names {
  const current = new Map<string, NamedText>();
  const titles = new Map<string, Map<Locale, string>>();
  const sources = new Map<string, string>();
  const former = new Map<string, NamedText>();
  const addresses = new Map<string, NamedText>();
  for (const { kind, slug } of [...entries, ...others])
    putIfAbsent(current, foldName(folderOf({ kind, slug })), { kind, slug });
  for (const entry of entries) {
    const { kind, slug, locale, title, role } = entry;
    const folder = folderOf(entry);
    titles.set(folder, (titles.get(folder) ?? new Map<Locale, string>()).set(locale, title));
    if (role.type !== 'source') continue;
    putIfAbsent(sources, folder, title);
    for (const alias of role.aliases ?? []) {
      const parsed = parseAlias(alias);
      if (parsed?.type === 'slug')
        putIfAbsent(former, foldName(folderOf({ kind, slug: parsed.slug })), { kind, slug, alias });
      if (parsed?.type === 'address') putIfAbsent(addresses, foldAddress(parsed.path), { kind, slug, alias });
    }
  }
  const byTitle = Map.groupBy(entries, ({ title }) => foldTitle(title));
  const named = (name: string): NamedText[] => {
    const folders = [name, `articles/${name}`, `pages/${name}`];
    return folders.flatMap((each) => current.get(foldName(each)) ?? []).slice(0, 1);
  };
  const titled = (name: string, isShown: (locale: Locale) => boolean): NamedText[] => {
    const found = (byTitle.get(foldTitle(name)) ?? []).filter(({ locale }) => isShown(locale));
    return [...new Map(found.map(({ kind, slug }) => [folderOf({ kind, slug }), { kind, slug }])).values()];
  };
  const aliased = (name: string): NamedText[] => {
    const parsed = parseAlias(name);
    if (parsed === undefined) return [];
    const found =
      parsed.type === 'address'
        ? addresses.get(foldAddress(parsed.path))
        : (former.get(foldName(`articles/${parsed.slug}`)) ?? former.get(foldName(`pages/${parsed.slug}`)));
    return found === undefined ? [] : [found];
  };
  return {
    findSlug: (kind, slug) => {
      const folder = foldName(folderOf({ kind, slug }));
      return current.get(folder) ?? former.get(folder);
    },
    findAddress: (path) => addresses.get(foldAddress(path)),
    findName: (name, locale) => {
      const tries = [
        () => named(name),
        () => titled(name, (each) => each === locale),
        () => titled(name, (each) => each !== locale),
        () => aliased(name),
      ];
      for (const find of tries) {
        const found = find();
        if (found.length > 0) return found;
      }
      return [];
    },
    titleOf: (text, locale) => titles.get(folderOf(text))?.get(locale) ?? sources.get(folderOf(text)),
    listNames: (locale) => [
      ...new Set([
        ...[...current.values()].map(({ slug }) => slug),
        ...entries.filter((each) => each.locale === locale).map(({ title }) => title),
      ]),
    ],
  };
}

/** The names of no texts, for what is resolved before they are known. */
export const noNames: Names = createNames([]);

function putIfAbsent<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function foldTitle(title: string): string {
  return foldName(title.trim().replace(/\s+/g, ' '));
}

/** Folds an address: with and without its slash or `index.html` at the end it is the same page. */
function foldAddress(path: string): string {
  return foldName(path.replace(/(^|\/)index\.html$/, '$1').replace(/\/$/, ''));
}
