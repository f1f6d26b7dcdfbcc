import { checkLibrary } from '../check/index.ts';
import { formatGroupedReport, type Diagnostic } from '../diagnostics/index.ts';
import { createLibrary, lintText, type Library } from '../library/index.ts';
import { resolveNow, todayAt } from '../environment/index.ts';
import { explainWriteError } from './file-error.ts';
import { findJobs, type BlockedJob, type Job } from './translate/jobs.ts';
import { parseOptions, type TranslateOptions } from './translate/options.ts';
import type { Outcome } from './translate/outcome.ts';
import { mark } from './translate/mark.ts';
import { record } from './translate/record.ts';
import { start } from './translate/start.ts';
import { readSiteContent } from './read-site-content.ts';
import { writeFiles, type NewFile } from './write-files.ts';

/** Runs `npm run translate`: starts a translation, marks outdated passages, or records it as done. Returns 1 if any was refused. */
export async function translate(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const { folder, content } = await readSiteContent();
  const library = createLibrary(content, todayAt(resolveNow(process.env), content.site));
  const found = findJobs(options, library);
  const outcomes = [
    ...found.blocked.map((job) => refuse(job, library)),
    ...(await runJobs(found.jobs, options, library)),
  ];
  const files = outcomes.flatMap((outcome) => outcome.files);
  if (files.length > 0) {
    await writeFiles(folder, uniqueFiles(files)).catch((error: unknown) => {
      throw explainWriteError(folder, error, writeAdvice);
    });
  }
  report(outcomes, options);
  return outcomes.some(({ kind }) => kind === 'refused') ? 1 : 0;
}

async function runJobs(
  jobs: readonly Job[],
  options: TranslateOptions,
  library: Library,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  if (options.done) {
    const diagnostics = await findDiagnostics(jobs, library);
    for (const job of jobs)
      outcomes.push(await record(job, { sameMeaning: options.sameMeaning, diagnostics }));
    return outcomes;
  }
  const missing = Map.groupBy(
    jobs.filter(({ text }) => text === undefined),
    ({ folder }) => folder,
  );
  // If an article lacks several languages, the user must say which one to start.
  const ambiguous = new Set([...missing.values()].filter((group) => group.length > 1).flat());
  for (const job of jobs) {
    if (job.text !== undefined) outcomes.push(await mark(job, job.text));
    else if (options.all || ambiguous.has(job)) outcomes.push(skip(job));
    else outcomes.push(await start(job, library));
  }
  return outcomes;
}

/** Returns the diagnostics of the content, including those of rendering the texts of the jobs. */
async function findDiagnostics(jobs: readonly Job[], library: Library): Promise<Diagnostic[]> {
  const diagnostics = await checkLibrary(library);
  const texts = new Set(jobs.flatMap(({ source, text }) => (text === undefined ? [source] : [source, text])));
  for (const text of texts) diagnostics.push(...(await lintText(text)));
  return diagnostics;
}

function skip({ folder, locale, slug }: Job): Outcome {
  const message = `${folder}: there is no ${locale}.md yet. \`npm run translate -- ${slug} --to ${locale}\` starts it.`;
  return { message, kind: 'unchanged', files: [], diagnostics: [] };
}

function refuse({ folder, locale, file }: BlockedJob, { content }: Library): Outcome {
  const diagnostics = content.diagnostics.filter((each) => each.file === file);
  const why =
    diagnostics.length > 0
      ? 'the article has a file that can’t be read'
      : 'the article has no source; run `npm run check` for details';
  const message = `${folder}: ${locale}.md was skipped: ${why}.`;
  return { message, kind: 'refused', files: [], diagnostics };
}

/** Drops duplicates: each translation of a source writes the same record of that source. */
function uniqueFiles(files: readonly NewFile[]): NewFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function report(outcomes: readonly Outcome[], { all }: TranslateOptions): void {
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  if (diagnostics.length > 0) console.log(`${formatGroupedReport(diagnostics)}\n`);
  const ofKind = (kind: Outcome['kind']): Outcome[] => outcomes.filter((outcome) => outcome.kind === kind);
  // With --all, most articles are usually unchanged; those are only counted.
  const listed = all ? [...ofKind('done'), ...ofKind('refused')] : outcomes;
  const lines = listed.map(({ message }) => message);
  if (all || outcomes.length === 0) {
    const [done, unchanged, refused] = (['done', 'unchanged', 'refused'] as const).map(
      (kind) => ofKind(kind).length,
    );
    lines.push(`${done ?? 0} done, ${unchanged ?? 0} unchanged, ${refused ?? 0} refused.`);
  }
  console.log(lines.join('\n'));
}

/** The advice if files can’t be written. */
const writeAdvice = {
  why: 'All files are written or none, so nothing was changed.',
  fix: 'Check the folder’s permissions, or remove the file that blocks it.',
};
