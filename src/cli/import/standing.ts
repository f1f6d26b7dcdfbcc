import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type {
  CarriedText,
  PlannedFile,
  PostFile,
  SettingsTexts,
  StandingArticle,
} from '../../import/index.ts';
import { createLibrary, type Text } from '../../library/index.ts';
import type { Locale } from '../../locale/index.ts';
import { parseEntry, parseSettings, type Content, type EntryFile } from '../../sources/index.ts';

const names = ['site', 'topics', 'glossary'] as const;

/** The files of settings that stand in a content folder. */
export async function readSettingsTexts(content: string): Promise<SettingsTexts> {
  const read = async (name: string) =>
    readFile(path.join(content, `${name}.yaml`), 'utf8').catch(() => undefined);
  return { site: await read('site'), topics: await read('topics'), glossary: await read('glossary') };
}

/** What is wrong with settings that stand there, so that nothing can be added to them. */
export function findUnfit({ files, diagnostics }: Content, texts: SettingsTexts): Diagnostic[] {
  const standing = names.filter((name) => texts[name] !== undefined).map((name) => files[name].name);
  return diagnostics.filter(({ file, severity }) => severity === 'error' && standing.includes(file));
}

/** The articles of the content, by slug, less the texts that are brought in anew. */
export function findStanding(
  content: Content,
  files: readonly PostFile[],
): ReadonlyMap<string, StandingArticle> {
  const isNew = newIn(files);
  const articles = content.entries.filter(({ kind }) => kind === 'article');
  const stay = articles.filter((entry) => !isNew(entry));
  const { texts } = createLibrary({ ...content, entries: stay }, '');
  const languages = Map.groupBy(texts, ({ file }) => file.slug);
  return new Map(
    [...Map.groupBy(articles, ({ slug }) => slug)].map(([slug, entries]) => [
      slug,
      {
        ...factsOf(entries),
        languages: (languages.get(slug) ?? []).map(toLanguage),
        records: new Map(entries.map(({ locale, sync }) => [locale, sync])),
      },
    ]),
  );
}

function factsOf(entries: readonly EntryFile[]): Pick<StandingArticle, 'source' | 'date'> {
  const source = entries.find(({ entry }) => entry.role.type === 'source');
  const date = source?.entry.role.type === 'source' ? source.entry.role.date : undefined;
  return { source: source?.locale, date };
}

function toLanguage({ file, survey }: Text): StandingArticle['languages'][number] {
  return { locale: file.locale, survey, record: file.sync };
}

function newIn(texts: readonly { slug: string; locale: Locale }[]) {
  const names = new Set(texts.map(({ slug, locale }) => `${slug}/${locale}`));
  return ({ kind, slug, locale }: { kind: string; slug: string; locale: Locale }): boolean =>
    kind === 'article' && names.has(`${slug}/${locale}`);
}

/** Where texts are to stand, and what stands there. A folder that is there keeps the Unicode form of its name. */
export async function placeTexts(
  texts: readonly CarriedText[],
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

/** Where settings are to stand, and what stands there. */
export async function placeSettings(
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return { path: file, file: path.relative(root, file), text, current, isAddition };
}

/** Content as it would be, with the texts under the names of the files they come from; and what of it stood there before. */
export function addTexts(
  content: Content,
  texts: readonly { carried: CarriedText; planned: PlannedFile }[],
  settings: readonly PlannedFile[],
): { before: Content; after: Content; added: ReadonlySet<EntryFile>; diagnostics: Diagnostic[] } {
  const isNew = newIn(texts.map(({ carried }) => carried));
  const stay = {
    ...content,
    entries: content.entries.filter((entry) => !isNew(entry)),
    unreadable: content.unreadable.filter((place) => !isNew(place)),
  };
  const parsed = texts.map(({ carried, planned }) => readAdded(content, carried, planned));
  const added = parsed.flatMap((each) => ('entry' in each ? [each] : []));
  const [site, topics, glossary] = settings.map(({ file, text }) => ({
    name: file,
    bytes: new TextEncoder().encode(text),
  }));
  if (site === undefined || topics === undefined || glossary === undefined)
    throw new Error('Settings are three files');
  const read = parseSettings({ site, topics, glossary });
  const ofSettings = [site.name, topics.name, glossary.name];
  const others = content.diagnostics.filter(({ file }) => !ofSettings.includes(file));
  return {
    before: stay,
    after: {
      ...stay,
      ...read,
      entries: [...stay.entries, ...added],
      diagnostics: [...others, ...read.diagnostics],
    },
    added: new Set(added),
    diagnostics: parsed.flatMap((each) => ('entry' in each ? [] : each)),
  };
}

function readAdded(
  { entries }: Content,
  { slug, locale, file }: CarriedText,
  planned: PlannedFile,
): EntryFile | Diagnostic[] {
  const place = { kind: 'article', slug, locale, file, path: planned.path } as const;
  const read = parseEntry(place, new TextEncoder().encode(planned.text));
  if (Array.isArray(read)) return read;
  const folder = entries.filter((entry) => entry.kind === 'article' && entry.slug === slug);
  const sync = folder.find((entry) => entry.locale === locale)?.sync;
  return { ...place, ...read, assets: folder[0]?.assets ?? new Map(), sync };
}
