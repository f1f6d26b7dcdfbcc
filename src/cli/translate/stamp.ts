import { describeChange, findUnfinished } from '../../check/index.ts';
import { errorsIn, type Diagnostic } from '../../diagnostics/index.ts';
import { flipAlignment } from '../../alignment/index.ts';
import { anchorsToKeep, pairWithSource, type Text } from '../../library/index.ts';
import { serializeSync } from '../../model/index.ts';
import { findUntouched, stampSource, stampTranslation } from '../../translation/index.ts';
import type { NewFile } from '../put-files.ts';
import type { Job } from './jobs.ts';
import { beside, changedFile, type Outcome } from './outcome.ts';

/** What a stamp depends on beside its texts. */
export interface StampOptions {
  sameMeaning: boolean;
  /** Everything wrong with the content. */
  diagnostics: readonly Diagnostic[];
}

/** Record that a translation renders its source as both are now, unless something of it is left to do; of a text without translation, its anchors. */
export async function stamp(job: Job, options: StampOptions): Promise<Outcome> {
  const { folder, locale, source, text } = job;
  const hindrances = text === undefined ? [] : findHindrances(job, text, options);
  const errors = errorsIn(options.diagnostics).filter(({ file }) =>
    [source, text].some((each) => each?.file.file === file),
  );
  if (hindrances.length + errors.length > 0) {
    const told = `${folder}: ${locale}.md is not recorded as done.`;
    return { told, kind: 'refused', files: [], diagnostics: [...errors, ...hindrances] };
  }
  const files = [...(await sourceRecord(source)), ...(text === undefined ? [] : await record(text, source))];
  const what =
    text === undefined
      ? `there is no ${locale}.md; the anchors of ${source.file.locale}.md are kept`
      : `${locale}.md renders ${source.file.locale}.md as it is now`;
  return files.length === 0
    ? { told: `${folder}: ${what} already.`, kind: 'nothing', files, diagnostics: [] }
    : { told: `${folder}: ${what}.`, kind: 'done', files, diagnostics: [] };
}

/** The record that keeps the anchors of a text written first. */
export async function sourceRecord(source: Text): Promise<NewFile[]> {
  const { path, locale } = source.file;
  return changedFile(beside(path, `${locale}.sync.yaml`), serializeSync(stampSource(anchorsToKeep(source))));
}

async function record(text: Text, source: Text): Promise<NewFile[]> {
  const { path, locale } = text.file;
  const stamped = stampTranslation({
    source: { locale: source.file.locale, blocks: source.survey.blocks },
    translation: { blocks: text.survey.blocks },
    alignment: flipAlignment(text.alignedWith[source.file.locale] ?? { segments: [] }),
    anchors: anchorsToKeep(text),
  });
  return changedFile(beside(path, `${locale}.sync.yaml`), serializeSync(stamped));
}

function findHindrances(
  { slug, locale, source }: Job,
  text: Text,
  { sameMeaning }: StampOptions,
): Diagnostic[] {
  const unfinished = findUnfinished(text).map((each): Diagnostic => ({ ...each, severity: 'error' }));
  if (text.survey.blocks.length === 0) return unfinished.length > 0 ? unfinished : [empty(text)];
  const pair = sameMeaning ? undefined : pairWithSource(text, [source]);
  const untouched = pair === undefined ? [] : findUntouched(pair);
  return [
    ...unfinished,
    ...untouched.map((change) => ({
      ...describeChange(change, text, source),
      rule: 'translation/untouched',
      severity: 'error' as const,
      why: `Nothing has been done about it in ${locale}.md since.`,
      fix: `Bring ${locale}.md up to date there, or say that it is right as it is: \`npm run translate -- ${slug} --to ${locale} --done --same-meaning\`.`,
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
    what: 'Missing text after the front matter',
    why: 'A text without blocks renders nothing.',
    fix: 'Translate it first.',
  };
}
