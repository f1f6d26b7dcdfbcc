import { suggest } from '../../diagnostics/index.ts';
import type { Library, Text } from '../../library/index.ts';
import type { Locale } from '../../locale/index.ts';
import { folderOf, type EntryKind } from '../../model/index.ts';
import type { TranslateOrder } from './order.ts';

/** A translation to work on. */
export interface Job {
  kind: EntryKind;
  slug: string;
  /** `articles/ps-vs-top` */
  folder: string;
  locale: Locale;
  source: Text;
  /** Absent where there is none yet. */
  text: Text | undefined;
}

/** A translation that can't be worked on, and the file because of which. */
export interface Hindrance {
  folder: string;
  locale: Locale;
  file: string;
}

/** What is to be worked on, in order, and what can't be. */
export interface Jobs {
  jobs: Job[];
  hindered: Hindrance[];
}

/** The translations that an order names, or everything that is wrong with it. */
export function findJobs(order: TranslateOrder, library: Library): Jobs | string[] {
  const { locales } = library.content.site;
  if (order.to !== undefined && !locales.includes(order.to))
    return [`Unexpected \`--to ${order.to}\`: the site has no such language${suggest(order.to, locales)}`];
  const folders = listFolders(library);
  const named = order.all
    ? folders.map((folder) => [folder])
    : order.slugs.map((name) => matching(name, folders));
  const mistakes = named.flatMap((found, index) => mistakesIn(order.slugs[index] ?? '', found, folders));
  if (mistakes.length > 0) return mistakes;
  const found = [...new Set(named.flat())].map((folder) => jobsIn(folder, order, library));
  const wrong = found.flatMap((each) => (typeof each === 'string' ? [each] : []));
  if (wrong.length > 0) return wrong;
  const jobs = found.flatMap((each) => (typeof each === 'string' ? [] : [each]));
  return { jobs: jobs.flatMap((each) => each.jobs), hindered: jobs.flatMap((each) => each.hindered) };
}

function listFolders({ content }: Library): string[] {
  return [...new Set([...content.entries, ...content.unreadable].map(folderOf))].sort();
}

function matching(name: string, folders: readonly string[]): string[] {
  const plain = name
    .normalize('NFC')
    .replace(/\/+$/, '')
    .replace(/^(?:\.\/)?content\//, '');
  return folders.filter((folder) => folder === plain || folder.replace(/^[^/]*\//, '') === plain);
}

function mistakesIn(name: string, found: readonly string[], folders: readonly string[]): string[] {
  if (found.length === 1) return [];
  if (found.length > 1)
    return [`Unexpected \`${name}\`, expected one of ${found.join(', ')}: both are there`];
  const slugs = [...new Set(folders.map((folder) => folder.replace(/^[^/]*\//, '')))];
  const nearest = suggest(name, slugs);
  // A list of all articles would help nobody.
  return [
    `Unexpected article \`${name}\`${nearest.startsWith(':') ? nearest : ', expected the name of a folder in articles/ or pages/'}`,
  ];
}

function jobsIn(folder: string, order: TranslateOrder, { content, texts }: Library): Jobs | string {
  const own = texts.filter(({ file }) => folderOf(file) === folder);
  const source = own.find(({ file }) => file.entry.role.type === 'source');
  const unreadable = content.unreadable.filter((place) => folderOf(place) === folder);
  if (order.to !== undefined && source?.file.locale === order.to && !order.all)
    return `Unexpected \`--to ${order.to}\`: ${folder} was written in it first, and is translated from it`;
  const locales = content.site.locales.filter(
    (locale) => locale !== source?.file.locale && (order.to === undefined || locale === order.to),
  );
  if (source === undefined) {
    const file = unreadable[0]?.file ?? own[0]?.file.file ?? folder;
    return { jobs: [], hindered: locales.slice(0, 1).map((locale) => ({ folder, locale, file })) };
  }
  const { kind, slug } = source.file;
  const result: Jobs = { jobs: [], hindered: [] };
  for (const locale of locales) {
    const spoiled = unreadable.find((place) => place.locale === locale);
    if (spoiled !== undefined) result.hindered.push({ folder, locale, file: spoiled.file });
    else {
      const text = own.find(({ file }) => file.locale === locale);
      result.jobs.push({ kind, slug, folder, locale, source, text });
    }
  }
  return result;
}
