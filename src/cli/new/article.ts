import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { checkAddition } from '../../check/index.ts';
import { errorsIn, formatGroupedReport, suggest, type Diagnostic } from '../../diagnostics/index.ts';
import { resolveNow, todayAt, UsageError } from '../../environment/index.ts';
import { addTopics } from '../../import/index.ts';
import { createLibrary } from '../../library/index.ts';
import { languageName, localize, pageToHref, type CalendarDate, type Locale } from '../../locale/index.ts';
import type { Site, Topics } from '../../model/index.ts';
import { listItems, parseEntry, type Content, type EntryFile } from '../../sources/index.ts';
import { CommandError } from '../command-error.ts';
import { explainWriteError, hasCode } from '../file-error.ts';
import { explainName } from '../rename/plan.ts';
import { readSiteContent } from '../read-site-content.ts';
import { root } from '../root.ts';
import { findJobs } from '../translate/jobs.ts';
import { start } from '../translate/start.ts';
import { writeFiles, type NewFile } from '../write-files.ts';
import { parseArticleOptions, type ArticleOptions } from './options.ts';
import { askChoice, askChoices, askText, askYesNo, isTerminal } from './prompts.ts';
import { suggestSlug } from './suggest-slug.ts';
import { askForTopic, parseTopic } from './topic.ts';

/** An article to write. */
interface NewArticle {
  title: string;
  from: Locale;
  slug: string;
  topics: readonly string[];
  /** Topics to add to `topics.yaml`. */
  newTopics: Topics;
  /** Languages in which the translation is begun. */
  to: readonly Locale[];
  isDraft: boolean;
}

/** The site that an article is written for. */
interface Place {
  /** Absolute path of the content folder. */
  folder: string;
  content: Content;
  /** Names of all folders of articles, also of those without a text. */
  names: readonly string[];
  today: CalendarDate;
}

/** Runs `npm run new -- article`: writes the folder of an article, and begins its translations. */
export async function newArticle(args: string[]): Promise<void> {
  const options = parseArticleOptions(args);
  const place = await readPlace();
  const given = checkOptions(options, place);
  const canAsk = isTerminal() && !options.yes;
  const article = canAsk ? await askForArticle(options, given, place) : fillArticle(options, given, place);
  const files = await planFiles(article, place);
  await writeFiles(place.folder, files).catch((error: unknown) => {
    throw explainWriteError(place.folder, error, {
      why: 'All files are written or none, so nothing was written.',
      fix: 'Check the folder’s permissions, or remove what blocks it.',
    });
  });
  console.log(report(article, place, files));
}

async function readPlace(): Promise<Place> {
  const { folder, content } = await readSiteContent();
  const today = todayAt(resolveNow(process.env), content.site);
  return { folder, content, names: listNames(path.join(folder, 'articles')), today };
}

function listNames(folder: string): string[] {
  try {
    return listItems(folder).items.map(({ name }) => name);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Throws an error that reports diagnostics, if there are any. */
function refuse(errors: readonly Diagnostic[]): void {
  if (errors.length > 0) throw new CommandError(`${formatGroupedReport(errors)}\n\nNothing was written.`);
}

/** Checks the options that don’t depend on others. Returns the topics to add. */
function checkOptions(
  { from, to, topics, newTopics, title, slug }: ArticleOptions,
  { content, names }: Place,
): Topics {
  const { locales } = content.site;
  const mistakes = [
    ...(from === undefined ? [] : [['--from', from] as const]),
    ...to.map((locale) => ['--to', locale] as const),
  ]
    .filter(([, locale]) => !locales.includes(locale))
    .map(([option, locale]) => `Unknown language \`${option} ${locale}\`${suggest(locale, locales)}`);
  const added: Topics = {};
  for (const each of newTopics) {
    const parsed = parseTopic(each, locales, content.topics);
    if (typeof parsed === 'string') mistakes.push(parsed);
    else added[parsed.id] = parsed.topic;
  }
  const known = Object.keys({ ...content.topics, ...added });
  for (const id of topics.filter((each) => !known.includes(each)))
    mistakes.push(
      `Unknown topic \`--topic ${id}\`${suggest(id, known)}. \`--new-topic "${id}:${locales.map((each) => `${each}=…`).join(',')}"\` adds it`,
    );
  if (title === '') mistakes.push('`--title` is empty');
  const problem = slug === undefined ? undefined : explainSlug(slug, content, names);
  if (problem !== undefined) mistakes.push(`\`--slug\`: ${problem}`);
  if (mistakes.length > 0) throw new UsageError(mistakes);
  return added;
}

function explainSlug(slug: string, content: Content, names: readonly string[]): string | undefined {
  return explainName({ kind: 'article', from: '', to: slug.normalize('NFC') }, content, names);
}

/** Returns the article of the options, with defaults for what is open. Throws if its title or its address is missing. */
function fillArticle(options: ArticleOptions, newTopics: Topics, { content, names }: Place): NewArticle {
  const { title, draft, to } = options;
  if (title === undefined) throw new UsageError(['Missing `--title TEXT`: the title of the article']);
  const from = options.from ?? guessLocale(title, content.site);
  const slug = options.slug?.normalize('NFC') ?? suggestSlug(title);
  if (slug === '')
    throw new UsageError([`Missing \`--slug NAME\`: no address can be made of the title \`${title}\``]);
  const problem = explainSlug(slug, content, names);
  if (problem !== undefined) throw new UsageError([`${problem}, with \`--slug\``]);
  checkTargets(to, from);
  const topics = [...new Set([...options.topics, ...Object.keys(newTopics)])];
  return { title, from, slug, topics, newTopics, to: [...new Set(to)], isDraft: draft };
}

function checkTargets(to: readonly Locale[], from: Locale): void {
  if (to.includes(from))
    throw new UsageError([
      `\`--to ${from}\`: the article is written in this language, so it is no translation`,
    ]);
}

/** Returns the language of a title: Korean if it contains Hangul, otherwise the first that is written in other letters. */
function guessLocale(title: string, { locales }: Pick<Site, 'locales'>): Locale {
  const isKorean = /[가-힣]/.test(title.normalize('NFC'));
  return locales.find((locale) => (locale === 'ko') === isKorean) ?? locales[0] ?? 'en';
}

/** Asks for everything that the options leave open. */
async function askForArticle(options: ArticleOptions, given: Topics, place: Place): Promise<NewArticle> {
  const { content, names } = place;
  const { site } = content;
  const title =
    options.title ??
    (await askText({
      message: 'Title',
      validate: (answer) => (answer === '' ? 'An article needs a title.' : undefined),
    }));
  const from = options.from ?? (await askForLocale(title, site));
  checkTargets(options.to, from);
  const slug =
    options.slug ??
    (await askText({
      message: `Address: ${site.origin}${site.base}${from}/articles/…/`,
      initial: suggestSlug(title),
      validate: (answer) => explainSlug(answer, content, names),
    }));
  const { topics, newTopics } =
    options.topics.length + Object.keys(given).length > 0
      ? { topics: [...options.topics, ...Object.keys(given)], newTopics: given }
      : await askForTopics(content, from);
  const to = options.to.length > 0 ? options.to : await askForTargets(site.locales, from);
  const isDraft = options.draft || (await askYesNo('Keep it a draft, which only the preview shows?', true));
  return { title, from, slug: slug.normalize('NFC'), topics: [...new Set(topics)], newTopics, to, isDraft };
}

async function askForLocale(title: string, site: Site): Promise<Locale> {
  const [only, ...others] = site.locales;
  if (only !== undefined && others.length === 0) return only;
  return askChoice('Language you write it in first', site.locales.map(toOption), guessLocale(title, site));
}

function toOption(locale: Locale): { value: Locale; label: string } {
  return { value: locale, label: languageName(locale, 'en') };
}

async function askForTargets(locales: readonly Locale[], from: Locale): Promise<readonly Locale[]> {
  const others = locales.filter((locale) => locale !== from);
  if (others.length === 0) return [];
  return askChoices('Begin a translation now? (`npm run translate` does later)', others.map(toOption));
}

async function askForTopics(
  { topics, site }: Content,
  from: Locale,
): Promise<{ topics: string[]; newTopics: Topics }> {
  // No topic has an empty id.
  const another = { value: '', label: 'A new topic …' };
  const options = Object.entries(topics).map(([value, { label }]) => ({
    value,
    label: localize(label, from, site.locales),
  }));
  const chosen = await askChoices('Topics', [...options, another]);
  const newTopics: Topics = {};
  if (chosen.includes(another.value)) {
    const { id, topic } = await askForTopic(site.locales, topics);
    newTopics[id] = topic;
  }
  return { topics: [...chosen.filter((id) => id !== another.value), ...Object.keys(newTopics)], newTopics };
}

/** Plans all files of an article, and checks what the content would be with them. */
async function planFiles(article: NewArticle, place: Place): Promise<NewFile[]> {
  const { folder, content, today } = place;
  const { slug, from, newTopics, to } = article;
  const file = path.join(folder, 'articles', slug, `${from}.md`);
  const text = writeArticle(article, today);
  const entry = parseNew({ slug, locale: from, path: file }, text);
  const after: Content = {
    ...content,
    topics: { ...content.topics, ...newTopics },
    entries: [...content.entries, entry],
  };
  refuse(errorsIn(await checkAddition({ before: content, after, added: new Set([entry]) }, today)));
  const library = createLibrary(after, today);
  const translations: NewFile[] = [];
  for (const locale of to) {
    const options = { slugs: [`articles/${slug}`], to: locale, all: false, done: false, sameMeaning: false };
    for (const job of findJobs(options, library).jobs) {
      const started = await start(job, library);
      refuse(started.diagnostics);
      translations.push(...started.files);
    }
  }
  const files = [
    ...(await topicFiles(folder, newTopics)),
    { path: file, text, current: undefined },
    ...translations,
  ];
  return [...new Map(files.map((each) => [each.path, each])).values()];
}

function parseNew(place: Pick<EntryFile, 'slug' | 'locale' | 'path'>, text: string): EntryFile {
  const named = { kind: 'article', ...place, file: path.relative(process.cwd(), place.path) } as const;
  const parsed = parseEntry(named, new TextEncoder().encode(text));
  if (!Array.isArray(parsed)) return { ...named, ...parsed, assets: new Map(), sync: undefined };
  throw new CommandError(`${formatGroupedReport(parsed)}\n\nNothing was written.`);
}

function writeArticle({ title, topics, isDraft }: NewArticle, today: CalendarDate): string {
  return [
    '---',
    stringify({ title }, { lineWidth: 0 }).trimEnd(),
    `date: ${today}`,
    ...(topics.length === 0 ? [] : [`topics: [${topics.join(', ')}]`]),
    ...(isDraft ? ['draft: true'] : []),
    '---',
    '\n',
  ].join('\n');
}

async function topicFiles(folder: string, added: Topics): Promise<NewFile[]> {
  if (Object.keys(added).length === 0) return [];
  const file = path.join(folder, 'topics.yaml');
  const current = await readFile(file).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  return [{ path: file, text: addTopics(current?.toString() ?? '', added), current }];
}

function report(
  { slug, from, to, isDraft }: NewArticle,
  { content, folder }: Place,
  files: readonly NewFile[],
): string {
  const { site } = content;
  const href = pageToHref({ type: 'article', slug }, from, site);
  const name = (file: string): string => path.relative(process.cwd(), file);
  const source = name(path.join(folder, 'articles', slug, `${from}.md`));
  const isNaranis = folder === path.join(root, 'content');
  return [
    `Wrote ${files.map((file) => name(file.path)).join(', ')}.`,
    ...(isNaranis ? ['This is Narani’s own site. `npm run new -- site` begins one of your own.'] : []),
    '',
    'Next:',
    `  write ${source}${isDraft ? ', and remove `draft: true` from it when readers may see it' : ''}`,
    `  npm run dev              shows it at http://localhost:4321${href} while you write`,
    ...(site.locales.length > 1 && to.length === 0
      ? [`  npm run translate -- ${slug}   begins its translation, once it is written`]
      : []),
  ].join('\n');
}
