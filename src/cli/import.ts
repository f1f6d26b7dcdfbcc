import path from 'node:path';
import { rememberAlignments } from '../alignment/index.ts';
import { checkAddition } from '../check/index.ts';
import { count, errorsIn, formatGroupedReport, type Diagnostic } from '../diagnostics/index.ts';
import { findFigures } from '../figures/registry/find-figures.ts';
import {
  compareFiles,
  planImport,
  planSettings,
  reportOverwritten,
  type ConvertedText,
  type Changes,
} from '../import/index.ts';
import { createParser, toTextSurvey } from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { readContent } from '../sources/index.ts';
import { resolveNow, todayAt, UsageError } from '../environment/index.ts';
import { explainWriteError } from './file-error.ts';
import {
  findExistingArticles,
  findSettingsErrors,
  planSettingsFiles,
  planTextFiles,
  previewImport,
  readSettingsTexts,
} from './import/existing-content.ts';
import { parseOptions, type ImportOptions } from './import/options.ts';
import { readTree } from './import/read-tree.ts';
import { root } from './root.ts';
import { writeFiles } from './write-files.ts';

/** Runs `npm run import`: converts a folder of Markdown into articles. Returns 1, and writes nothing, if there are errors. */
export async function importFolder(args: string[]): Promise<number> {
  const directory = process.cwd();
  const options = await parseOptions(args, directory);
  const preview = await previewChanges(options, directory);
  const { changes, diagnostics } = preview;
  if (diagnostics.length > 0) console.log(`${formatGroupedReport(diagnostics)}\n`);
  if (errorsIn(diagnostics).length > 0) {
    console.log('Nothing was written.');
    return 1;
  }
  const files = [...changes.extended, ...changes.created, ...changes.overwritten];
  // Topics are written before the articles that use them, so that the content is valid at every moment.
  const inOrder = files.sort((a, b) => Number(b.isAddition) - Number(a.isAddition));
  await writeFiles(options.to, inOrder).catch((error: unknown) => {
    throw explainWriteError(options.to, error, writeAdvice);
  });
  console.log(summarize(preview, path.relative(directory, options.to) || '.'));
  return 0;
}

/** The advice if files can’t be written. */
const writeAdvice = {
  why: 'An import writes all of its files or none, so nothing was written.',
  fix: 'Check the folder’s permissions, remove the file that blocks it, or choose another folder.',
};

/** The files and diagnostics of an import, before anything is written. */
interface ImportPreview {
  changes: Changes;
  diagnostics: Diagnostic[];
  texts: readonly ConvertedText[];
  /** Ids of the topics that are added. */
  topics: readonly string[];
}

/** Converts the texts and checks the result, without writing anything. Throws a `UsageError` if the options don’t fit the content. */
async function previewChanges(options: ImportOptions, directory: string): Promise<ImportPreview> {
  const { from, to, source, force } = options;
  const content = await readContent({
    content: to,
    publicFolder: path.join(root, 'public'),
    root: directory,
  });
  const current = await readSettingsTexts(to);
  const locales = current.site === undefined ? defaultLocales(source) : content.site.locales;
  if (!locales.includes(source))
    throw new UsageError([`Unknown language \`--source ${source}\`, expected one of ${locales.join(', ')}`]);
  const tree = await readTree(from, directory, locales);
  const parse = createParser();
  const align = rememberAlignments();
  const { texts, topics, diagnostics } = planImport({
    files: tree.files,
    existing: findExistingArticles(content, tree.files, parse),
    topics: content.topics,
    figures: await findFigures(source),
    locales,
    preferredSource: source,
    force,
    base: content.site.base,
    align,
  });
  const found = [...findSettingsErrors(content, current), ...tree.diagnostics, ...diagnostics];
  const planned = await planTextFiles(texts, { content, to, root: directory }).catch((error: unknown) => {
    throw explainWriteError(to, error, writeAdvice);
  });
  const changes = compareFiles(planned);
  if (!force) found.push(...reportOverwritten(changes.overwritten));
  const result = { diagnostics: found, texts, topics: Object.keys(topics) };
  if (errorsIn(found).length > 0) return { ...result, changes };
  const settings = await planSettingsFiles(planSettings(current, { locales, added: topics }), {
    to,
    root: directory,
  });
  const pairs = texts.flatMap((converted, index) => {
    const file = planned[index];
    return file === undefined ? [] : [{ converted, planned: file }];
  });
  const addition = previewImport(content, pairs, settings);
  const today = todayAt(resolveNow(process.env), addition.after.site);
  const parseChecked = createParser((entry) => {
    const text = addition.parsed.get(entry);
    return text === undefined ? parse(entry) : { ...text, survey: toTextSurvey(text.tree, text.survey) };
  });
  const checked = await checkAddition(addition, today, { parse: parseChecked, align });
  const introduced = [...addition.diagnostics, ...checked].filter(
    // The import does not cause passages that exist in one language only, so it does not report them; `npm run check` does.
    ({ rule }) => !rule.startsWith('alignment/'),
  );
  found.push(...withoutReported(toOriginals(introduced, texts), found));
  return { ...result, changes: compareFiles([...settings, ...planned]) };
}

/** The languages of a new site. */
function defaultLocales(source: Locale): Locale[] {
  return ['ko', 'en'].sort((a, b) => Number(b === source) - Number(a === source));
}

/** Moves diagnostics of converted texts to the corresponding places in the imported files, where their owner can fix them. */
function toOriginals(diagnostics: readonly Diagnostic[], texts: readonly ConvertedText[]): Diagnostic[] {
  const byFile = new Map(texts.map((text) => [text.file, text]));
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...byFile.get(diagnostic.file)?.toSource(diagnostic),
  }));
}

/** Drops warnings at places that already have a diagnostic: they usually follow from the conversion reported there. */
function withoutReported(diagnostics: readonly Diagnostic[], reported: readonly Diagnostic[]): Diagnostic[] {
  const toKey = ({ file, line, column }: Diagnostic): string => `${file}:${line}:${column}`;
  const places = new Set(reported.map(toKey));
  return diagnostics.filter((each) => each.severity === 'error' || !places.has(toKey(each)));
}

function summarize({ changes, texts, topics }: ImportPreview, to: string): string {
  const { created, extended, overwritten, unchanged } = changes;
  const articles = new Set(texts.map(({ slug }) => slug)).size;
  const all = `${count(texts.length, 'text')} of ${count(articles, 'article')}`;
  if (created.length + extended.length + overwritten.length === 0)
    return `Nothing to do: ${to} already has all ${all}.`;
  const isNew = (name: string): boolean => created.some((file) => path.basename(file.path) === name);
  return [
    `Imported ${all} into ${to}: ${count(created.length, 'file')} created, ${overwritten.length} overwritten, ${unchanged.length} unchanged.`,
    ...(topics.length === 0
      ? []
      : [
          `Added ${count(topics.length, 'topic')} to topics.yaml: ${topics.join(', ')}. Edit their labels and descriptions there.`,
        ]),
    ...(isNew('site.yaml')
      ? ['Created site.yaml. Set the name, author and address of your site there.']
      : []),
  ].join('\n');
}
