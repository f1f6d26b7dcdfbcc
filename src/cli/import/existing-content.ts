import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type {
  ConvertedText,
  PlannedFile,
  PostFile,
  SettingsTexts,
  ExistingArticle,
} from '../../import/index.ts';
import type { ParseText } from '../../library/index.ts';
import type { Locale } from '../../locale/index.ts';
import { parseEntry, parseSettings, type Content, type EntryFile } from '../../sources/index.ts';
import { hasCode } from '../file-error.ts';

const names = ['site', 'topics', 'glossary'] as const;

/** Reads the settings files of a content folder; `undefined` for one that does not exist. */
export async function readSettingsTexts(content: string): Promise<SettingsTexts> {
  const read = async (name: string) =>
    readFile(path.join(content, `${name}.yaml`), 'utf8').catch(() => undefined);
  return { site: await read('site'), topics: await read('topics'), glossary: await read('glossary') };
}

/** Returns the errors in existing settings files: nothing can be added to a file with errors. */
export function findSettingsErrors({ files, diagnostics }: Content, texts: SettingsTexts): Diagnostic[] {
  const existing = names.filter((name) => texts[name] !== undefined).map((name) => files[name].name);
  return diagnostics.filter(({ file, severity }) => severity === 'error' && existing.includes(file));
}

/** Returns the existing articles by slug, without the texts that the import replaces. */
export function findExistingArticles(
  { entries: all }: Content,
  files: readonly PostFile[],
  parse: ParseText,
): ReadonlyMap<string, ExistingArticle> {
  const isImported = importedIn(files);
  const articles = all.filter(({ kind }) => kind === 'article');
  return new Map(
    [...Map.groupBy(articles, ({ slug }) => slug)].map(([slug, entries]) => [
      slug,
      {
        ...factsOf(entries),
        languages: entries.filter((entry) => !isImported(entry)).flatMap((entry) => toLanguage(entry, parse)),
        records: new Map(entries.map(({ locale, sync }) => [locale, sync])),
      },
    ]),
  );
}

function factsOf(entries: readonly EntryFile[]): Pick<ExistingArticle, 'source' | 'date'> {
  const source = entries.find(({ entry }) => entry.role.type === 'source');
  const date = source?.entry.role.type === 'source' ? source.entry.role.date : undefined;
  return { source: source?.locale, date };
}

/** Returns nothing for a text that can’t be parsed: no link leads to a place in it, and `npm run check` reports it. */
function toLanguage(entry: EntryFile, parse: ParseText): ExistingArticle['languages'] {
  try {
    return [{ locale: entry.locale, survey: parse(entry).survey, record: entry.sync }];
  } catch {
    return [];
  }
}

function importedIn(texts: readonly { slug: string; locale: Locale }[]) {
  const names = new Set(texts.map(({ slug, locale }) => `${slug}/${locale}`));
  return ({ kind, slug, locale }: { kind: string; slug: string; locale: Locale }): boolean =>
    kind === 'article' && names.has(`${slug}/${locale}`);
}

/** Plans the file of each converted text. An existing folder is used under its name on disk, whatever its Unicode form. */
export async function planTextFiles(
  texts: readonly ConvertedText[],
  { content, to, root }: { content: Content; to: string; root: string },
): Promise<PlannedFile[]> {
  const folders = new Map(
    [...content.entries, ...content.unreadable]
      .filter(({ kind }) => kind === 'article')
      .map(({ slug, path: file }) => [slug, path.dirname(file)]),
  );
  return Promise.all(
    texts.map(async ({ slug, locale, text }) => {
      const file = path.join(folders.get(slug) ?? path.join(to, 'articles', slug), `${locale}.md`);
      return planFile(file, text, { root, isAddition: false });
    }),
  );
}

/** Plans the settings files. */
export async function planSettingsFiles(
  settings: Readonly<Record<(typeof names)[number], string>>,
  { to, root }: { to: string; root: string },
): Promise<PlannedFile[]> {
  return Promise.all(
    names.map(async (name) =>
      planFile(path.join(to, `${name}.yaml`), settings[name], { root, isAddition: true }),
    ),
  );
}

async function planFile(
  file: string,
  text: string,
  { root, isAddition }: { root: string; isAddition: boolean },
): Promise<PlannedFile> {
  const current = await readFile(file).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  return { path: file, file: path.relative(root, file), text, current, isAddition };
}

/** The content before and after an import. */
interface PreviewedImport {
  before: Content;
  after: Content;
  added: ReadonlySet<EntryFile>;
  /** The added texts, parsed; `undefined` for one that can’t be parsed. */
  parsed: ReadonlyMap<EntryFile, ConvertedText['parsed']>;
  diagnostics: Diagnostic[];
}

/**
 * Returns the content before and after an import, for checking it. Imported texts have the names of the files they come from, so
 * that diagnostics point there.
 */
export function previewImport(
  content: Content,
  texts: readonly { converted: ConvertedText; planned: PlannedFile }[],
  settings: readonly PlannedFile[],
): PreviewedImport {
  const isImported = importedIn(texts.map(({ converted }) => converted));
  const before = {
    ...content,
    entries: content.entries.filter((entry) => !isImported(entry)),
    unreadable: content.unreadable.filter((place) => !isImported(place)),
  };
  const articles = content.entries.filter(({ kind }) => kind === 'article');
  const folders = Map.groupBy(articles, ({ slug }) => slug);
  const parsed = new Map<EntryFile, ConvertedText['parsed']>();
  const diagnostics: Diagnostic[] = [];
  for (const { converted, planned } of texts) {
    const entry = parseConverted(converted, planned, folders.get(converted.slug));
    if (Array.isArray(entry)) diagnostics.push(...entry);
    else parsed.set(entry, converted.parsed);
  }
  const [site, topics, glossary] = settings.map(({ file, text }) => ({
    name: file,
    bytes: new TextEncoder().encode(text),
  }));
  if (site === undefined || topics === undefined || glossary === undefined)
    throw new Error('Expected three settings files');
  const read = parseSettings({
    site,
    topics,
    series: { ...content.files.series, bytes: undefined },
    glossary,
  });
  const settingsNames = [site.name, topics.name, glossary.name];
  const others = content.diagnostics.filter(({ file }) => !settingsNames.includes(file));
  return {
    before,
    after: {
      ...before,
      ...read,
      // An import leaves series.yaml as it is.
      series: content.series,
      entries: [...before.entries, ...parsed.keys()],
      diagnostics: [...others, ...read.diagnostics],
    },
    added: new Set(parsed.keys()),
    parsed,
    diagnostics,
  };
}

/** Parses the file of a converted text as one of an article’s folder, which has the given entries already. */
function parseConverted(
  { slug, locale, file }: ConvertedText,
  planned: PlannedFile,
  folder: readonly EntryFile[] = [],
): EntryFile | Diagnostic[] {
  const place = { kind: 'article', slug, locale, file, path: planned.path } as const;
  const read = parseEntry(place, new TextEncoder().encode(planned.text));
  if (Array.isArray(read)) return read;
  const sync = folder.find((entry) => entry.locale === locale)?.sync;
  return { ...place, ...read, assets: folder[0]?.assets ?? new Map(), sync };
}
