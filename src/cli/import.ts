import path from 'node:path';
import { checkAddition } from '../check/index.ts';
import { count, errorsIn, formatGroupedReport, type Diagnostic } from '../diagnostics/index.ts';
import { findFigures } from '../figures/registry/find-figures.ts';
import {
  compareFiles,
  planImport,
  planSettings,
  refuseOverwriting,
  type CarriedText,
  type Changes,
} from '../import/index.ts';
import type { Locale } from '../locale/index.ts';
import { readContent, resolveNow, todayAt } from '../sources/index.ts';
import { CommandError } from './command-error.ts';
import { readOrder, usage, type ImportOrder } from './import/order.ts';
import { putFiles } from './put-files.ts';
import { readTree } from './import/read-tree.ts';
import {
  addTexts,
  findStanding,
  findUnfit,
  placeSettings,
  placeTexts,
  readSettingsTexts,
} from './import/standing.ts';
import { root } from './root.ts';

/** `npm run import`: make a folder of Markdown into content; ends with 1, and nothing written, if anything of it is an error. */
export async function importFolder(words: string[]): Promise<number> {
  const directory = process.cwd();
  const order = await readOrder(words, directory);
  if (Array.isArray(order)) return misunderstand(order);
  const planned = await plan(order, directory);
  if (Array.isArray(planned)) return misunderstand(planned);
  const { changes, diagnostics } = planned;
  if (diagnostics.length > 0) console.log(`${formatGroupedReport(diagnostics)}\n`);
  if (errorsIn(diagnostics).length > 0) {
    console.log('Nothing was written.');
    return 1;
  }
  const files = [...changes.extended, ...changes.created, ...changes.overwritten];
  // Topics come before the articles that name them, so that what is there at any moment can be built.
  const inOrder = files.sort((a, b) => Number(b.isAddition) - Number(a.isAddition));
  await putFiles(order.to, inOrder).catch((error: unknown) => {
    throw cannotUse(order.to, error);
  });
  console.log(summarize(planned, path.relative(directory, order.to) || '.'));
  return 0;
}

function misunderstand(mistakes: readonly string[]): number {
  console.error([...mistakes, '', usage].join('\n'));
  return 2;
}

/** A folder that can't be written to, or read, is for the user to put right. */
function cannotUse(folder: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new CommandError(
    [
      `${folder}: Unexpected folder, expected one that can be written to: ${error.message}`,
      '  why  Texts are brought in as a whole or not at all; nothing was written.',
      '  fix  Give yourself the right to write there, take what is in the way out of it, or choose another folder.',
    ].join('\n'),
  );
}

interface Planned {
  changes: Changes;
  diagnostics: Diagnostic[];
  texts: readonly CarriedText[];
  /** Ids of the topics that are added. */
  topics: readonly string[];
}

/** Work out all that is to be written and told; mistakes in the order are found here if they depend on the content. */
async function plan(order: ImportOrder, directory: string): Promise<Planned | string[]> {
  const { from, to, source, force } = order;
  const content = await readContent({
    content: to,
    publicFolder: path.join(root, 'public'),
    root: directory,
  });
  const current = await readSettingsTexts(to);
  const locales = current.site === undefined ? newLocales(source) : content.site.locales;
  if (!locales.includes(source))
    return [`Unexpected \`--source ${source}\`, expected one of ${locales.join(', ')}`];
  const tree = await readTree(from, directory, locales);
  const { texts, topics, diagnostics } = planImport({
    files: tree.files,
    standing: findStanding(content, tree.files),
    topics: content.topics,
    figures: (await findFigures(source)) ?? {},
    locales,
    preferred: source,
    force,
    base: content.site.base,
  });
  const found = [...findUnfit(content, current), ...tree.diagnostics, ...diagnostics];
  const placed = await placeTexts(texts, { content, to, root: directory }).catch((error: unknown) => {
    throw cannotUse(to, error);
  });
  const changes = compareFiles(placed);
  if (!force) found.push(...refuseOverwriting(changes.overwritten));
  const result = { diagnostics: found, texts, topics: Object.keys(topics) };
  if (errorsIn(found).length > 0) return { ...result, changes };
  const settings = await placeSettings(planSettings(current, { locales, added: topics }), {
    to,
    root: directory,
  });
  const pairs = texts.flatMap((carried, index) => {
    const planned = placed[index];
    return planned === undefined ? [] : [{ carried, planned }];
  });
  const addition = addTexts(content, pairs, settings);
  const today = todayAt(resolveNow(process.env), addition.after.site);
  const wrong = [...addition.diagnostics, ...(await checkAddition(addition, today))].filter(
    // What only one language says was so before; the check tells it, by the lines of the files as they are here.
    ({ rule }) => !rule.startsWith('alignment/'),
  );
  found.push(
    ...withoutTold(
      wrong.map((each) => toSource(each, texts)),
      found,
    ),
  );
  return { ...result, changes: compareFiles([...settings, ...placed]) };
}

/** The languages of content that has no settings yet. */
function newLocales(source: Locale): Locale[] {
  return ['ko', 'en'].sort((a, b) => Number(b === source) - Number(a === source));
}

/** What is wrong with a text is told where its owner can put it right: in the file it comes from. */
function toSource(diagnostic: Diagnostic, texts: readonly CarriedText[]): Diagnostic {
  const text = texts.find(({ file }) => file === diagnostic.file);
  return text === undefined ? diagnostic : { ...diagnostic, ...text.toSource(diagnostic) };
}

/** What was mended as far as it could be is not told again of what has come of it. */
function withoutTold(diagnostics: readonly Diagnostic[], told: readonly Diagnostic[]): Diagnostic[] {
  const nameOf = ({ file, line, column }: Diagnostic): string => `${file}:${line}:${column}`;
  const places = new Set(told.map(nameOf));
  return diagnostics.filter((each) => each.severity === 'error' || !places.has(nameOf(each)));
}

function summarize({ changes, texts, topics }: Planned, to: string): string {
  const { created, extended, overwritten } = changes;
  const articles = new Set(texts.map(({ slug }) => slug)).size;
  const all = `${count(texts.length, 'text')} of ${count(articles, 'article')}`;
  if (created.length + extended.length + overwritten.length === 0)
    return `Nothing has changed: ${all} stand in ${to} already.`;
  const isNew = (name: string): boolean => created.some((file) => path.basename(file.path) === name);
  return [
    `${all} stand in ${to}: ${count(created.length, 'file')} written, ${overwritten.length} overwritten, ${changes.unchanged.length} unchanged.`,
    ...(topics.length === 0
      ? []
      : [
          `${count(topics.length, 'topic')} added to topics.yaml: ${topics.join(', ')}. Give them labels and descriptions of your own.`,
        ]),
    ...(isNew('site.yaml')
      ? ['site.yaml is new: give the site its name, its author and its address there.']
      : []),
  ].join('\n');
}
