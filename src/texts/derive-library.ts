import { createHash } from 'node:crypto';
import {
  alignLanguages,
  createLibrary,
  findNamedTargets,
  relateLanguages,
  type Library,
  type LibrarySteps,
  type RelatedTexts,
} from '../library/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import { folderOf } from '../model/index.ts';
import type { Content, EntryFile } from '../sources/index.ts';
import type { TextCaches } from './caches.ts';
import { openHighlights } from './highlights.ts';
import { withTasks } from './task-pool.ts';
import type { FinishedText, FinishOptions } from './tasks.ts';

/** Reports how much of a long work is done; `total` counts the same things. */
export type ReportProgress = (done: number, total: number) => void;

/** Derives the library of content, or of a part of it. Surveys what is new, and keeps the articles of which nothing has changed since the last call. */
export type LibraryDeriver = (
  content: Content,
  today: CalendarDate,
  scope?: { isPart?: boolean; others?: readonly EntryFile[] },
) => Promise<Library>;

/** Returns a function that checks whether an entry has been surveyed, so that deriving a library with it parses nothing. */
export function findSurveyed({ surveys }: Pick<TextCaches, 'surveys'>): (entry: EntryFile) => boolean {
  return (entry) => surveys.get(surveyKey(entry)) !== undefined;
}

/**
 * Returns a function that derives libraries by means of caches.
 *
 * @param finish the use of texts that are parsed for their survey, so that they need not be parsed again for it
 * @param onProgress is told how many of the articles that must be made are done
 */
export function createLibraryDeriver(
  caches: TextCaches,
  finish: FinishOptions['finish'],
  onProgress?: ReportProgress,
): LibraryDeriver {
  const relate = createRelater(caches);
  return async (content, today, { isPart = false, others } = {}) => {
    await prepareArticles(content, caches, { finish, onProgress });
    const survey = (file: EntryFile) => {
      const found = caches.surveys.get(surveyKey(file));
      if (found === undefined) throw new Error(`${file.file} has not been surveyed`);
      return found;
    };
    const library = createLibrary(content, today, { survey, relate, others });
    // Saving drops what the library does not need.
    if (isPart) return library;
    await caches.surveys.save(content.entries.map(surveyKey));
    const folders = Map.groupBy(library.texts, ({ file }) => folderOf(file));
    await caches.alignments.save([...folders.values()].map(alignmentKey));
    return library;
  };
}

/** Surveys the texts that the caches lack, and keeps what else that yields: alignments and rendered texts. */
async function prepareArticles(
  { entries, site }: Content,
  caches: TextCaches,
  { finish, onProgress }: Pick<FinishOptions, 'finish'> & { onProgress?: ReportProgress | undefined },
): Promise<void> {
  const { surveys, alignments, cache, code } = caches;
  const articles = [...Map.groupBy(entries, folderOf).values()]
    .map((files) => files.map((file) => ({ file, survey: surveys.get(surveyKey(file)) })))
    .filter((languages) => languages.some(({ survey }) => survey === undefined));
  if (articles.length === 0) return;
  let done = 0;
  await withTasks(articles.length, async (pool) =>
    Promise.all(
      articles.map(async (languages) => {
        const prepared = await pool.run('prepareArticle', { languages, site }, { finish, cache, code });
        languages.forEach(({ file }, index) => {
          const survey = prepared.surveys[index];
          if (survey !== undefined) surveys.set(surveyKey(file), survey);
        });
        if (prepared.alignment !== undefined) alignments.set(alignmentKey(languages), prepared.alignment);
        for (const text of prepared.finished) await keepFinished(text, caches);
        done += 1;
        onProgress?.(done, articles.length);
      }),
    ),
  );
}

/** Puts a rendered or linted text into its cache. */
export async function keepFinished(
  text: FinishedText,
  { rendered, linted, cache }: TextCaches,
): Promise<void> {
  if ('facts' in text) {
    rendered.set(text.digest, text.facts);
    if (text.highlighted.size === 0) return;
    const highlights = await openHighlights(cache);
    for (const [key, runs] of text.highlighted) highlights.set(key, runs);
  } else linted.set(text.digest, text.diagnostics);
}

/** Returns a function that relates the languages of an article, and that returns its last result again if nothing has changed. */
function createRelater(caches: TextCaches): LibrarySteps['relate'] {
  const last = new Map<string, { of: readonly unknown[]; related: RelatedTexts }>();
  return (languages, site, names) => {
    const folder = languages.map(({ file }) => folderOf(file))[0] ?? '';
    // Of all names, only those that the article links to concern it.
    const named = languages.map(({ survey, file }) => findNamedTargets(survey, file, site, names));
    const of = [site, JSON.stringify(named), ...languages.flatMap(({ file, survey }) => [file, survey])];
    const before = last.get(folder);
    if (before?.of.length === of.length && before.of.every((each, index) => each === of[index]))
      return before.related;
    const related = relateLanguages(languages, site, names, (alignable) => {
      const key = alignmentKey(languages);
      const known = caches.alignments.get(key);
      if (known !== undefined) return new Map(known);
      const alignment = alignLanguages(alignable);
      caches.alignments.set(key, [...alignment]);
      return alignment;
    });
    last.set(folder, { of, related });
    return related;
  };
}

/** Keys by entry: an entry that is unchanged is the same object in the next content. */
const surveyKeys = new WeakMap<EntryFile, string>();

/** Returns a digest of everything that the survey of an entry depends on. */
function surveyKey(entry: EntryFile): string {
  const key = surveyKeys.get(entry) ?? digest(`${entry.file}\n`, entry.body);
  surveyKeys.set(entry, key);
  return key;
}

/** Returns a digest of everything that the alignment of an article's texts depends on. */
function alignmentKey(languages: readonly { file: EntryFile }[]): string {
  return digest(JSON.stringify(languages.map(({ file }) => [file.locale, surveyKey(file), file.sync])));
}

function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
