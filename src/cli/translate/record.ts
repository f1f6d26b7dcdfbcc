import { describeChange, findUnfinished } from '../../check/index.ts';
import { errorsIn, type Diagnostic } from '../../diagnostics/index.ts';
import { flipAlignment } from '../../alignment/index.ts';
import { publishedAnchors, pairWithSource, type Text } from '../../library/index.ts';
import { serializeSync } from '../../model/index.ts';
import { findUneditedChanges, createSourceRecord, createTranslationRecord } from '../../translation/index.ts';
import type { NewFile } from '../write-files.ts';
import type { Job } from './jobs.ts';
import { siblingPath, changedFile, type Outcome } from './outcome.ts';

/** Options of {@link record}. */
interface RecordOptions {
  /** Whether to record the translation although blocks of changed passages were not edited. */
  sameMeaning: boolean;
  /** All diagnostics of the content. */
  diagnostics: readonly Diagnostic[];
}

/**
 * Records that a translation matches its source as both are now, unless it is unfinished or either text has errors. Without a
 * translation, records the anchors of the source.
 */
export async function record(job: Job, options: RecordOptions): Promise<Outcome> {
  const { folder, locale, source, text } = job;
  const obstacles = text === undefined ? [] : findObstacles(job, text, options);
  const errors = errorsIn(options.diagnostics).filter(({ file }) =>
    [source, text].some((each) => each?.file.file === file),
  );
  if (obstacles.length + errors.length > 0) {
    const message = `${folder}: ${locale}.md was not recorded as done.`;
    return { message, kind: 'refused', files: [], diagnostics: [...errors, ...obstacles] };
  }
  const files = [
    ...(await sourceRecord(source)),
    ...(text === undefined ? [] : await translationRecord(text, source)),
  ];
  const result =
    text === undefined
      ? `there is no ${locale}.md yet; the anchors of ${source.file.locale}.md are recorded`
      : `${locale}.md is recorded as up to date with ${source.file.locale}.md`;
  return files.length === 0
    ? { message: `${folder}: ${result} (no change).`, kind: 'unchanged', files, diagnostics: [] }
    : { message: `${folder}: ${result}.`, kind: 'done', files, diagnostics: [] };
}

/** Returns the sync record of a source, which keeps its published anchors. */
export async function sourceRecord(source: Text): Promise<NewFile[]> {
  const { path, locale } = source.file;
  return changedFile(
    siblingPath(path, `${locale}.sync.yaml`),
    serializeSync(createSourceRecord(publishedAnchors(source))),
  );
}

async function translationRecord(text: Text, source: Text): Promise<NewFile[]> {
  const { path, locale } = text.file;
  const sync = createTranslationRecord({
    source: { locale: source.file.locale, blocks: source.survey.blocks },
    translation: { blocks: text.survey.blocks },
    alignment: flipAlignment(text.alignedWith[source.file.locale] ?? { segments: [] }),
    anchors: publishedAnchors(text),
  });
  return changedFile(siblingPath(path, `${locale}.sync.yaml`), serializeSync(sync));
}

function findObstacles(
  { slug, locale, source }: Job,
  text: Text,
  { sameMeaning }: RecordOptions,
): Diagnostic[] {
  const unfinished = findUnfinished(text).map((each): Diagnostic => ({ ...each, severity: 'error' }));
  if (text.survey.blocks.length === 0) return unfinished.length > 0 ? unfinished : [empty(text)];
  const pair = sameMeaning ? undefined : pairWithSource(text, [source]);
  const untouched = pair === undefined ? [] : findUneditedChanges(pair);
  return [
    ...unfinished,
    ...untouched.map((change) => ({
      ...describeChange(change, text, source),
      rule: 'translation/untouched',
      severity: 'error' as const,
      why: `${locale}.md has not been edited there since the source changed.`,
      fix: `Update ${locale}.md there. If the translation is still correct, run \`npm run translate -- ${slug} --to ${locale} --done --same-meaning\`.`,
    })),
  ];
}

function empty({ file }: Text): Diagnostic {
  return {
    file: file.file,
    line: file.body.split('\n').length,
    column: 1,
    rule: 'translation/empty',
    severity: 'error',
    what: 'There is no text after the front matter',
    why: 'An empty text can’t be recorded as a translation.',
    fix: 'Translate the source first.',
  };
}
