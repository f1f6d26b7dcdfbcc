import { UsageError } from '../../environment/index.ts';
import { suggest } from '../../diagnostics/index.ts';
import type { Library, Text } from '../../library/index.ts';
import type { Locale } from '../../locale/index.ts';
import { folderOf, type EntryKind } from '../../model/index.ts';
import { explainFolder, findFolders, listFolders } from '../find-folders.ts';
import type { TranslateOptions } from './options.ts';

/** A translation to work on. */
export interface Job {
  kind: EntryKind;
  slug: string;
  /** `articles/ps-vs-top` */
  folder: string;
  locale: Locale;
  source: Text;
  /** The translation; `undefined` if it does not exist yet. */
  text: Text | undefined;
}

/** A translation that can't be processed, and the file that prevents it. */
export interface BlockedJob {
  folder: string;
  locale: Locale;
  file: string;
}

/** Jobs in the order in which they are processed, and those that can’t be processed. */
interface Jobs {
  jobs: Job[];
  blocked: BlockedJob[];
}

/**
 * Finds the translations that the options name.
 *
 * @throws UsageError with every name that does not fit the content
 */
export function findJobs(options: TranslateOptions, library: Library): Jobs {
  const { locales } = library.content.site;
  if (options.to !== undefined && !locales.includes(options.to))
    throw new UsageError([`Unknown language \`--to ${options.to}\`${suggest(options.to, locales)}`]);
  const folders = listFolders(library.content);
  const named = options.all
    ? folders.map((folder) => [folder])
    : options.slugs.map((name) => findFolders(name, folders));
  const mistakes = named.flatMap(
    (found, index) => explainFolder(options.slugs[index] ?? '', found, folders) ?? [],
  );
  if (mistakes.length > 0) throw new UsageError(mistakes);
  const found = [...new Set(named.flat())].map((folder) => jobsIn(folder, options, library));
  const errors = found.flatMap((each) => (typeof each === 'string' ? [each] : []));
  if (errors.length > 0) throw new UsageError(errors);
  const jobs = found.flatMap((each) => (typeof each === 'string' ? [] : [each]));
  return { jobs: jobs.flatMap((each) => each.jobs), blocked: jobs.flatMap((each) => each.blocked) };
}

function jobsIn(folder: string, options: TranslateOptions, { content, texts }: Library): Jobs | string {
  const own = texts.filter(({ file }) => folderOf(file) === folder);
  const source = own.find(({ file }) => file.entry.role.type === 'source');
  const unreadable = content.unreadable.filter((place) => folderOf(place) === folder);
  if (options.to !== undefined && source?.file.locale === options.to && !options.all)
    return `\`--to ${options.to}\` is the language of the source of ${folder}, not of a translation`;
  const locales = content.site.locales.filter(
    (locale) => locale !== source?.file.locale && (options.to === undefined || locale === options.to),
  );
  if (source === undefined) {
    const file = unreadable[0]?.file ?? own[0]?.file.file ?? folder;
    return { jobs: [], blocked: locales.slice(0, 1).map((locale) => ({ folder, locale, file })) };
  }
  const { kind, slug } = source.file;
  const result: Jobs = { jobs: [], blocked: [] };
  for (const locale of locales) {
    const unreadableEntry = unreadable.find((place) => place.locale === locale);
    if (unreadableEntry !== undefined) result.blocked.push({ folder, locale, file: unreadableEntry.file });
    else {
      const text = own.find(({ file }) => file.locale === locale);
      result.jobs.push({ kind, slug, folder, locale, source, text });
    }
  }
  return result;
}
