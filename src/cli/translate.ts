import path from 'node:path';
import { checkLibrary } from '../check/index.ts';
import { formatGroupedReport, type Diagnostic } from '../diagnostics/index.ts';
import { createLibrary, lintText, type Library } from '../library/index.ts';
import { readContent, resolveFolders, resolveNow, todayAt } from '../sources/index.ts';
import { CommandError } from './command-error.ts';
import { putFiles, type NewFile } from './put-files.ts';
import { root } from './root.ts';
import { findJobs, type Hindrance, type Job } from './translate/jobs.ts';
import { readOrder, usage, type TranslateOrder } from './translate/order.ts';
import type { Outcome } from './translate/outcome.ts';
import { refresh } from './translate/refresh.ts';
import { stamp } from './translate/stamp.ts';
import { start } from './translate/start.ts';

/** `npm run translate`: begin a translation, mark what is outdated in it, or record that it is done; ends with 1 if any was refused. */
export async function translate(words: string[]): Promise<number> {
  const order = readOrder(words);
  if (Array.isArray(order)) return misunderstand(order);
  const directory = process.cwd();
  const { content: folder } = resolveFolders(process.env, directory);
  const content = await readContent({
    content: folder,
    publicFolder: path.join(root, 'public'),
    root: directory,
  });
  const library = createLibrary(content, todayAt(resolveNow(process.env), content.site));
  const found = findJobs(order, library);
  if (Array.isArray(found)) return misunderstand(found);
  const outcomes = [
    ...found.hindered.map((hindrance) => hinder(hindrance, library)),
    ...(await workOn(found.jobs, order, library)),
  ];
  const files = outcomes.flatMap((outcome) => outcome.files);
  if (files.length > 0) {
    await putFiles(folder, withoutRepeated(files)).catch((error: unknown) => {
      throw cannotWrite(folder, error);
    });
  }
  tell(outcomes, order);
  return outcomes.some(({ kind }) => kind === 'refused') ? 1 : 0;
}

function misunderstand(mistakes: readonly string[]): number {
  console.error([...mistakes, '', usage].join('\n'));
  return 2;
}

async function workOn(jobs: readonly Job[], order: TranslateOrder, library: Library): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  if (order.done) {
    const diagnostics = await findMistakes(jobs, library);
    for (const job of jobs) outcomes.push(await stamp(job, { sameMeaning: order.sameMeaning, diagnostics }));
    return outcomes;
  }
  const open = new Set(
    Map.groupBy(
      jobs.filter(({ text }) => text === undefined),
      ({ folder }) => folder,
    ).values(),
  );
  /** Where several languages are missing, which one is to be begun must be said. */
  const unclear = new Set([...open].filter((group) => group.length > 1).flat());
  for (const job of jobs) {
    if (job.text !== undefined) outcomes.push(await refresh(job, job.text));
    else if (order.all || unclear.has(job)) outcomes.push(leave(job));
    else outcomes.push(await start(job, library));
  }
  return outcomes;
}

/** Everything wrong with the content by its rules, and with the texts of these jobs when they are rendered. */
async function findMistakes(jobs: readonly Job[], library: Library): Promise<Diagnostic[]> {
  const diagnostics = await checkLibrary(library);
  const texts = new Set(jobs.flatMap(({ source, text }) => (text === undefined ? [source] : [source, text])));
  for (const text of texts) diagnostics.push(...(await lintText(text)));
  return diagnostics;
}

function leave({ folder, locale, slug }: Job): Outcome {
  const told = `${folder}: there is no ${locale}.md; \`npm run translate -- ${slug} --to ${locale}\` begins it.`;
  return { told, kind: 'nothing', files: [], diagnostics: [] };
}

function hinder({ folder, locale, file }: Hindrance, { content }: Library): Outcome {
  const diagnostics = content.diagnostics.filter((each) => each.file === file);
  const why =
    diagnostics.length > 0
      ? 'not all of the article can be read'
      : 'it has no text written first; `npm run check` says more';
  const told = `${folder}: ${locale}.md can’t be worked on: ${why}.`;
  return { told, kind: 'refused', files: [], diagnostics };
}

/** The record of a source is written once, however many translations are. */
function withoutRepeated(files: readonly NewFile[]): NewFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function tell(outcomes: readonly Outcome[], { all }: TranslateOrder): void {
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  if (diagnostics.length > 0) console.log(`${formatGroupedReport(diagnostics)}\n`);
  const ofKind = (kind: Outcome['kind']): Outcome[] => outcomes.filter((outcome) => outcome.kind === kind);
  // Of all articles, those to which nothing was done are many, and counted.
  const told = all ? [...ofKind('done'), ...ofKind('refused')] : outcomes;
  const lines = told.map((outcome) => outcome.told);
  if (all || outcomes.length === 0) {
    const [done, nothing, refused] = (['done', 'nothing', 'refused'] as const).map(
      (kind) => ofKind(kind).length,
    );
    lines.push(`${done ?? 0} done, ${nothing ?? 0} with nothing to do, ${refused ?? 0} refused.`);
  }
  console.log(lines.join('\n'));
}

/** A folder that can’t be written to is for the user to put right. */
function cannotWrite(folder: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new CommandError(
    [
      `${folder}: Unexpected folder, expected one that can be written to: ${error.message}`,
      '  why  Nothing was written; every text is as it was.',
      '  fix  Give yourself the right to write there, or take what is in the way out of it.',
    ].join('\n'),
  );
}
