import { setImmediate } from 'node:timers/promises';
import type { Root } from 'mdast';
import type { CalendarDate } from '../locale/index.ts';
import { alignLanguages, flipAlignment, type AlignedWith } from '../alignment/index.ts';
import {
  entryId,
  folderOf,
  groupArticles,
  type Anchors,
  type Article,
  type Revision,
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

/** Derives a library from content: parses and surveys every text, aligns languages, assigns anchors and resolves links. */
export function createLibrary(content: Content, today: CalendarDate): Library {
  const steps = deriveLibrary(content, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Derives a library as {@link createLibrary} does, and yields to the event loop after each text. A large site takes many seconds,
 * in which a server would answer nothing.
 */
export async function createLibraryInTurns(content: Content, today: CalendarDate): Promise<Library> {
  const steps = deriveLibrary(content, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await setImmediate();
  }
}

/** Derives a library, in steps that take as long as one text does. */
function* deriveLibrary(content: Content, today: CalendarDate): Generator<undefined, Library> {
  const { entries, site } = content;
  const read: Pick<Text, 'id' | 'file' | 'tree' | 'survey'>[] = [];
  for (const file of entries) {
    const tree = parseMarkdown(file.body);
    read.push({ id: entryId(file), file, tree, survey: surveyMarkdown(tree) });
    yield;
  }
  const folders = Map.groupBy(read, ({ file }) => folderOf(file));
  const alignments = new Map<string, ReturnType<typeof alignLanguages>>();
  for (const [folder, languages] of folders) {
    alignments.set(folder, alignLanguages(languages.map(toAlignable)));
    yield;
  }
  const anchors = new Map(
    [...folders].map(([folder, languages]) => [
      folder,
      assignAnchors(languages, alignments.get(folder) ?? new Map()),
    ]),
  );
  const texts: Omit<Text, 'revisions'>[] = [];
  for (const text of read) {
    const folder = folderOf(text.file);
    const alignedWith = alignments.get(folder)?.get(text.file.locale) ?? {};
    const pair = pairWithSource({ ...text, alignedWith }, folders.get(folder) ?? []);
    const placeIds = anchors.get(folder)?.ids.get(text.file.locale) ?? [];
    texts.push({
      ...text,
      alignedWith,
      translation: pair === undefined ? undefined : findTranslationState(pair),
      placeIds,
      ...groupAnchors(text.survey.places, placeIds),
      targets: findLinkTargets(text.survey, text.file, site),
      states: findStates(text.survey, text.file, site),
      linksTo: findLinkedArticles(text.survey, text.file, site),
      images: findImageFiles(text.survey, text.file, site),
      downloads: findDownloads(text.survey, text.file),
    });
    yield;
  }
  const articles = groupArticles(
    entries.map(({ entry }) => entry),
    site.locales,
  );
  return { content, today, texts: withRevisions(texts, site), articles, anchors };
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
