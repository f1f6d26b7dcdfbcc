import { checkAddition } from '../../check/index.ts';
import { count, errorsIn, type Diagnostic } from '../../diagnostics/index.ts';
import { anchorsToKeep, resolveLink, type Library } from '../../library/index.ts';
import type { Locale } from '../../locale/index.ts';
import { folderOf, serializeSync } from '../../model/index.ts';
import { parseEntry, readRecord, type Content, type EntryFile } from '../../sources/index.ts';
import { stampSource, startTranslation } from '../../translation/index.ts';
import { CommandError } from '../command-error.ts';
import type { NewFile } from '../put-files.ts';
import type { Job } from './jobs.ts';
import { beside, changedFile, type Outcome } from './outcome.ts';
import { sourceRecord } from './stamp.ts';

/**
 * Begin a translation. The anchors under which its source has been read until now are kept beside it: from now on they would be
 * made of the headings of the other language.
 */
export async function start(job: Job, library: Library): Promise<Outcome> {
  const { folder, locale, source } = job;
  const { title, description } = source.file.entry;
  const started = startTranslation({
    source: { locale: source.file.locale, title, description, body: source.file.body },
    to: locale,
    toUrl: (url) => toOther(url, job, library),
  });
  const file = beside(source.file.path, `${locale}.md`);
  const files = await changedFile(file, started.text);
  if (files.some(({ current }) => current !== undefined))
    throw new CommandError(
      [
        `${file}: Unexpected file, expected a free name`,
        '  why  It could not be read as a text, and would be overwritten.',
        '  fix  Look what it is, and rename it.',
      ].join('\n'),
    );
  const errors = errorsIn(await findMistakes(job, library, started.text));
  if (errors.length > 0) {
    const told = `${folder}: ${locale}.md is not begun, since it would bring errors with it.`;
    return { told, kind: 'refused', files: [], diagnostics: errors };
  }
  return {
    told: `${folder}: ${locale}.md is begun: ${count(started.toTranslate, 'place')} to translate, and its title and description.`,
    kind: 'done',
    files: [...(await sourceRecord(source)), ...(await forgetEarlier(file, job)), ...files],
    diagnostics: [],
  };
}

/** A record that an earlier translation has left behind knows nothing of this one; the ids it was published under stay. */
async function forgetEarlier(file: string, { slug, locale }: Job): Promise<NewFile[]> {
  const record = beside(file, `${locale}.sync.yaml`);
  const { sync } = await readRecord({ slug, locale, file: record, path: record });
  return sync === undefined ? [] : changedFile(record, serializeSync(stampSource(sync.anchors)));
}

/** The address of what another leads to in the language of a translation, where there is one. */
function toOther(
  url: string,
  { locale, source, folder }: Job,
  { content, texts }: Library,
): string | undefined {
  const own = source.file.locale;
  const target = resolveLink(url, source.file, content.site);
  if (target.type !== 'entry' || target.locale !== own) return undefined;
  const isThere = folderOf(target) === folder || hasText(texts, folderOf(target), locale);
  if (!isThere) return undefined;
  return url.startsWith('/')
    ? url.replace(`/${own}/`, `/${locale}/`)
    : url.replace(new RegExp(`(^|/)${own}\\.md(?=$|[?#])`), `$1${locale}.md`);
}

function hasText(texts: Library['texts'], folder: string, locale: Locale): boolean {
  return texts.some(({ file }) => folderOf(file) === folder && file.locale === locale);
}

/** What would be wrong with the content if the translation were part of it. */
async function findMistakes(job: Job, { content, today }: Library, text: string): Promise<Diagnostic[]> {
  const { kind, slug, locale, source } = job;
  const place = {
    kind,
    slug,
    locale,
    file: source.file.file.replace(/[^/\\]*$/, `${locale}.md`),
    path: beside(source.file.path, `${locale}.md`),
  };
  const read = parseEntry(place, new TextEncoder().encode(text));
  if (Array.isArray(read)) return read;
  const entry: EntryFile = { ...place, ...read, assets: source.file.assets, sync: undefined };
  const kept = { ...source.file, sync: stampSource(anchorsToKeep(source)) };
  const others = content.entries.map((each) => (each === source.file ? kept : each));
  const after: Content = { ...content, entries: [...others, entry] };
  return checkAddition({ before: content, after, added: new Set([entry]) }, today);
}
