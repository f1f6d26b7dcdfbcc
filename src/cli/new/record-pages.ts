import path from 'node:path';
import { createLibrary } from '../../library/index.ts';
import type { CalendarDate } from '../../locale/index.ts';
import { parseEntry, parseSettings, type EntryFile } from '../../sources/index.ts';
import { findJobs } from '../translate/jobs.ts';
import { record } from '../translate/record.ts';
import type { NewFile } from '../write-files.ts';

/**
 * Returns the sync files of the pages of a new site: each translation renders its source as both are written now.
 *
 * @param folder absolute path of the site’s folder
 * @param files the files of the site, by path within its folder
 */
export async function recordPages(
  folder: string,
  files: Readonly<Record<string, string>>,
  today: CalendarDate,
): Promise<NewFile[]> {
  const bytesOf = (name: string): { name: string; bytes: Uint8Array | undefined } => {
    const text = files[name];
    return { name, bytes: text === undefined ? undefined : new TextEncoder().encode(text) };
  };
  const settings = parseSettings({
    site: bytesOf('site.yaml'),
    topics: bytesOf('topics.yaml'),
    series: bytesOf('series.yaml'),
    glossary: bytesOf('glossary.yaml'),
  });
  const entries = Object.keys(files).flatMap((file): EntryFile[] => {
    const [, slug, locale] = /^pages\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
    if (slug === undefined || locale === undefined) return [];
    const place = { kind: 'page', slug, locale, file, path: path.join(folder, file) } as const;
    const parsed = parseEntry(place, bytesOf(file).bytes ?? new Uint8Array());
    return Array.isArray(parsed) ? [] : [{ ...place, ...parsed, assets: new Map(), sync: undefined }];
  });
  const library = createLibrary({ ...settings, entries, unreadable: [], publicFiles: new Set() }, today);
  const { jobs } = findJobs({ slugs: [], to: undefined, all: true, done: true, sameMeaning: false }, library);
  const recorded = new Map<string, NewFile>();
  for (const job of jobs) {
    const { files: records } = await record(job, { sameMeaning: false, diagnostics: [] });
    for (const each of records) recorded.set(each.path, each);
  }
  return [...recorded.values()];
}
