import { setImmediate } from 'node:timers/promises';
import type { Root } from 'mdast';
import type { CalendarDate } from '../locale/index.ts';
import { crashDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { alignLanguages, flipAlignment, type AlignedWith } from '../alignment/index.ts';
import {
  entryId,
  folderOf,
  groupArticles,
  type Anchors,
  type Article,
  type Revision,
  type Site,
  type TranslationState,
} from '../model/index.ts';
import {
  parseMarkdown,
  groupAnchors,
  surveyMarkdown,
  type ImageFiles,
  type LinkTargets,
  type Survey,
  type TextAnchors,
} from '../markdown/index.ts';
import type { Content, EntryFile } from '../sources/index.ts';
import { findTranslationState, type TranslationTexts } from '../translation/index.ts';
import { assignAnchors, toAlignable } from './anchors.ts';
import { withRevisions } from './find-revisions.ts';
import { drawSigns } from './signs.ts';
import {
  findDownloads,
  findImageFiles,
  findLinkedArticles,
  findLinkTargets,
  findStates,
  type Download,
} from './targets.ts';

/** An entry with its parsed text, its survey and everything that rendering needs. */
export interface Text extends TextAnchors {
  id: string;
  file: EntryFile;
  tree: Root;
  survey: Survey;
  /** The ids of the text's link targets, in the order of `survey.places`. */
  placeIds: readonly string[];
  alignedWith: AlignedWith;
  /** State of the translation; `undefined` for a source. */
  translation: TranslationState | undefined;
  /** The outdated places of a translation; empty for a source. */
  revisions: readonly Revision[];
  targets: LinkTargets;
  /** The states of figures in this text that it links to, as fragments (`ps-vs-top:at=41`). */
  states: readonly string[];
  /** The article’s sign as SVG, if this is its source; empty for a translation. */
  sign: string;
  /** Slugs of the other articles that the text links to. */
  linksTo: readonly string[];
  images: ImageFiles;
  /** Files that the text offers for download. */
  downloads: readonly Download[];
}

/** The content of a site with everything that is derived from it. */
export interface Library {
  content: Content;
  /** The current day, in the time zone of the site. */
  today: CalendarDate;
  texts: readonly Text[];
  /** Articles and single pages. */
  articles: readonly Article[];
  /** Anchors by folder (`articles/ps-vs-top`). */
  anchors: ReadonlyMap<string, Anchors>;
}

/** Parses and surveys the text of an entry. */
export type ParseEntry = (file: EntryFile) => Pick<Text, 'tree' | 'survey'>;

/**
 * Derives a library from content: parses and surveys every text, aligns languages, assigns anchors and resolves links.
 *
 * A text that can’t be processed becomes an unreadable one, with a diagnostic.
 *
 * @param parse parses the texts; see {@link createParser}
 */
export function createLibrary(content: Content, today: CalendarDate, parse: ParseEntry = parseText): Library {
  const steps = deriveLibrary(content, today, parse);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Derives a library as {@link createLibrary} does, and yields to the event loop after each article. A large site takes many seconds,
 * in which a server would answer nothing.
 */
export async function createLibraryInTurns(content: Content, today: CalendarDate): Promise<Library> {
  const steps = deriveLibrary(content, today, parseText);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await setImmediate();
  }
}

/** Derives a library, in steps that take as long as one article does. */
function* deriveLibrary(
  content: Content,
  today: CalendarDate,
  parse: ParseEntry,
): Generator<undefined, Library> {
  const { site } = content;
  const unreadable = new Map<EntryFile, Diagnostic[]>();
  const parsed: ParsedEntry[] = [];
  for (const file of content.entries) {
    const onCrash = (error: unknown) => void unreadable.set(file, [crashDiagnostic(error, file.file)]);
    parsed.push(...attempt(() => [{ id: entryId(file), file, ...parse(file) }], onCrash));
    yield;
  }
  const folders: Related[] = [];
  for (const [folder, languages] of Map.groupBy(parsed, ({ file }) => folderOf(file))) {
    const onCrash = (error: unknown): void => {
      languages.forEach(({ file }, index) => {
        unreadable.set(file, index === 0 ? [crashDiagnostic(error, file.file)] : []);
      });
    };
    folders.push(...attempt(() => [relateLanguages(folder, languages, site)], onCrash));
    yield;
  }
  const related = folders.flatMap((each) => each.texts);
  const signs = drawSigns(related);
  const texts = new Map(related.map((text) => [text.file, { ...text, sign: signs.get(text.id) ?? '' }]));
  const entries = content.entries.filter((file) => !unreadable.has(file));
  return {
    content: {
      ...content,
      entries,
      unreadable: [...content.unreadable, ...unreadable.keys()],
      diagnostics: [...content.diagnostics, ...[...unreadable.values()].flat()],
    },
    today,
    texts: entries.flatMap((file) => texts.get(file) ?? []),
    articles: groupArticles(
      entries.map(({ entry }) => entry),
      site.locales,
    ),
    anchors: new Map(folders.map(({ folder, anchors }) => [folder, anchors])),
  };
}

/** Returns the results of a function, or none if it throws. */
function attempt<T>(create: () => T[], onCrash: (error: unknown) => void): T[] {
  try {
    return create();
  } catch (error) {
    onCrash(error);
    return [];
  }
}

type ParsedEntry = Pick<Text, 'id' | 'file' | 'tree' | 'survey'>;

const parseText: ParseEntry = ({ body }) => {
  const tree = parseMarkdown(body);
  return { tree, survey: surveyMarkdown(tree) };
};

/**
 * Returns a function that parses each entry only once, for deriving several libraries from the same entries. Their texts share
 * trees, so none may be rendered or linted while a library still needs them.
 */
export function createParser(): ParseEntry {
  const parsed = new Map<EntryFile, ReturnType<ParseEntry>>();
  return (file) => {
    const text = parsed.get(file) ?? parseText(file);
    parsed.set(file, text);
    return text;
  };
}

/** The texts of an article, and its anchors. */
interface Related {
  folder: string;
  texts: Omit<Text, 'sign'>[];
  anchors: Anchors;
}

/** Derives what depends on all languages of an article: alignment, anchors, the states of its translations. */
function relateLanguages(folder: string, languages: readonly ParsedEntry[], site: Site): Related {
  const alignment = alignLanguages(languages.map(toAlignable));
  const anchors = assignAnchors(languages, alignment);
  const texts = languages.map((text): Omit<Text, 'revisions' | 'sign'> => {
    const { survey, file } = text;
    const alignedWith = alignment.get(file.locale) ?? {};
    const pair = pairWithSource({ ...text, alignedWith }, languages);
    const placeIds = anchors.ids.get(file.locale) ?? [];
    return {
      ...text,
      alignedWith,
      translation: pair === undefined ? undefined : findTranslationState(pair),
      placeIds,
      ...groupAnchors(survey, placeIds),
      targets: findLinkTargets(survey, file, site),
      states: findStates(survey, file, site),
      linksTo: findLinkedArticles(survey, file, site),
      images: findImageFiles(survey, file, site),
      downloads: findDownloads(survey, file),
    };
  });
  return { folder, texts: withRevisions(texts, site), anchors };
}

/** Pairs a translation with its source, for `findTranslationState`. Returns `undefined` for a source. */
export function pairWithSource(
  { file, survey, alignedWith }: Pick<Text, 'file' | 'survey' | 'alignedWith'>,
  languages: readonly Pick<Text, 'file' | 'survey'>[],
): TranslationTexts | undefined {
  const source = findSource({ file }, languages);
  const alignment = alignedWith[source?.file.locale ?? ''];
  if (source === undefined || alignment === undefined) return undefined;
  return {
    source: source.survey.blocks,
    translation: survey.blocks,
    record: file.sync?.from === source.file.locale ? file.sync : undefined,
    alignment: flipAlignment(alignment),
  };
}

/** Returns the source of a translation, from the same folder, or `undefined`. */
export function findSource<T extends Pick<Text, 'file'>>(
  { file }: Pick<Text, 'file'>,
  languages: readonly T[],
): T | undefined {
  const { role } = file.entry;
  if (role.type === 'source' || role.from === file.locale) return undefined;
  return languages.find(
    (other) => other.file.locale === role.from && folderOf(other.file) === folderOf(file),
  );
}
