import { checkAddition } from '../../check/index.ts';
import { count, errorsIn, type Diagnostic } from '../../diagnostics/index.ts';
import { publishedAnchors, resolveLink, type Library } from '../../library/index.ts';
import type { Locale } from '../../locale/index.ts';
import { folderOf, serializeSync } from '../../model/index.ts';
import { parseEntry, readRecord, type Content, type EntryFile } from '../../sources/index.ts';
import { createSourceRecord, startTranslation } from '../../translation/index.ts';
import { CommandError } from '../command-error.ts';
import type { NewFile } from '../write-files.ts';
import type { Job } from './jobs.ts';
import { siblingPath, changedFile, type Outcome } from './outcome.ts';
import { sourceRecord } from './record.ts';

/**
 * Starts a translation. Also records the source’s current anchors: without a record, the anchors of an article with a translation
 * may be generated from the headings of the other language, which would break published links.
 */
export async function start(job: Job, library: Library): Promise<Outcome> {
  const { folder, locale, source } = job;
  const { title, description } = source.file.entry;
  const started = startTranslation({
    source: { locale: source.file.locale, title, description, body: source.file.body },
    to: locale,
    toUrl: (url) => toTranslated(url, job, library),
  });
  const file = siblingPath(source.file.path, `${locale}.md`);
  const files = await changedFile(file, started.text);
  if (files.some(({ current }) => current !== undefined))
    throw new CommandError(
      [
        `${file}: This file already exists and could not be read as a text`,
        '  why  Starting the translation would overwrite it.',
        '  fix  Look at the file, then rename or delete it.',
      ].join('\n'),
    );
  const errors = await findErrors(job, library, started.text);
  if (errors.length > 0) {
    const message = `${folder}: ${locale}.md was not started, because it would have errors.`;
    return { message, kind: 'refused', files: [], diagnostics: errors };
  }
  return {
    message: `${folder}: started ${locale}.md with ${count(started.toTranslate, 'place')} to translate, and its ${description === '' ? 'title' : 'title and description'}.`,
    kind: 'done',
    files: [...(await sourceRecord(source)), ...(await resetRecord(file, job)), ...files],
    diagnostics: [],
  };
}

/** Removes everything but the published anchors from a record that an earlier, deleted translation has left behind. */
async function resetRecord(file: string, { slug, locale }: Job): Promise<NewFile[]> {
  const record = siblingPath(file, `${locale}.sync.yaml`);
  const { sync } = readRecord({ slug, locale, file: record, path: record });
  return sync === undefined ? [] : changedFile(record, serializeSync(createSourceRecord(sync.anchors)));
}

/** Returns the link to the same text in the language of the translation, or `undefined` if there is none. */
function toTranslated(
  url: string,
  { locale, source, folder }: Job,
  { content, texts, names }: Library,
): string | undefined {
  const own = source.file.locale;
  const target = resolveLink(url, source.file, content.site, names);
  if (target.type !== 'entry' || target.locale !== own) return undefined;
  const exists = folderOf(target) === folder || hasText(texts, folderOf(target), locale);
  if (!exists) return undefined;
  return url.startsWith('/')
    ? url.replace(`/${own}/`, `/${locale}/`)
    : url.replace(new RegExp(`(^|/)${own}\\.md(?=$|[?#])`), `$1${locale}.md`);
}

function hasText(texts: Library['texts'], folder: string, locale: Locale): boolean {
  return texts.some(({ file }) => folderOf(file) === folder && file.locale === locale);
}

/** Returns the errors that the content would have with the new translation. */
async function findErrors(job: Job, { content, today }: Library, text: string): Promise<Diagnostic[]> {
  const { kind, slug, locale, source } = job;
  const place = {
    kind,
    slug,
    locale,
    file: source.file.file.replace(/[^/\\]*$/, `${locale}.md`),
    path: siblingPath(source.file.path, `${locale}.md`),
  };
  const read = parseEntry(place, new TextEncoder().encode(text));
  if (Array.isArray(read)) return errorsIn(read);
  const entry: EntryFile = { ...place, ...read, assets: source.file.assets, sync: undefined };
  const recorded = { ...source.file, sync: createSourceRecord(publishedAnchors(source)) };
  const others = content.entries.map((each) => (each === source.file ? recorded : each));
  const after: Content = { ...content, entries: [...others, entry] };
  return errorsIn(await checkAddition({ before: content, after, added: new Set([entry]) }, today));
}
