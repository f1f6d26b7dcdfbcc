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
import { withRevisions } from './find-revisions.ts';
import { settleAnchors, toAlignable } from './settle-anchors.ts';
import {
  findDownloads,
  findImageFiles,
  findLinkedArticles,
  findLinkTargets,
  findStates,
  type Download,
} from './targets.ts';

/** An entry that has been read and looked over, with all that rendering it needs. */
export interface Text extends TextAnchors {
  id: string;
  file: EntryFile;
  tree: Root;
  survey: Survey;
  /** The ids of all that links can lead to, in the order of `survey.places`. */
  placeIds: readonly string[];
  alignedWith: AlignedWith;
  /** What has become of it as a translation; absent of a text written first. */
  translation: TranslationState | undefined;
  /** Where its readers are told that its source says something else by now. */
  revisions: readonly Revision[];
  targets: LinkTargets;
  /** The states of its own figures that it links to, as fragments. */
  states: readonly string[];
  /** Slugs of the articles that it links to. */
  linksTo: readonly string[];
  images: ImageFiles;
  /** Files that its readers are offered. */
  downloads: readonly Download[];
}

/** A site's content, understood as a whole. */
export interface Library {
  content: Content;
  /** The day on which it is looked at. */
  today: CalendarDate;
  texts: readonly Text[];
  /** Articles and single pages. */
  articles: readonly Article[];
  /** Anchors by folder (`articles/ps-vs-top`). */
  anchors: ReadonlyMap<string, Anchors>;
}

/** Understand content that has been read: parse and survey every text, align languages, settle the anchors, find where links lead. */
export function createLibrary(content: Content, today: CalendarDate): Library {
  const { entries, site } = content;
  const read = entries.map((file) => {
    const tree = parseMarkdown(file.body);
    return { id: entryId(file), file, tree, survey: surveyMarkdown(tree) };
  });
  const folders = Map.groupBy(read, ({ file }) => folderOf(file));
  const alignments = new Map(
    [...folders].map(([folder, languages]) => [folder, alignLanguages(languages.map(toAlignable))]),
  );
  const anchors = new Map(
    [...folders].map(([folder, languages]) => [
      folder,
      settleAnchors(languages, alignments.get(folder) ?? new Map()),
    ]),
  );
  const texts = read.map((text): Omit<Text, 'revisions'> => {
    const folder = folderOf(text.file);
    const alignedWith = alignments.get(folder)?.get(text.file.locale) ?? {};
    const pair = pairWithSource({ ...text, alignedWith }, folders.get(folder) ?? []);
    const placeIds = anchors.get(folder)?.ids.get(text.file.locale) ?? [];
    return {
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
    };
  });
  const articles = groupArticles(
    entries.map(({ entry }) => entry),
    site.locales,
  );
  return { content, today, texts: withRevisions(texts, site), articles, anchors };
}

/** A text and the one of these that it translates, as its state is worked out from them; nothing of a text written first. */
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

/** The text that another translates, among those of its folder. */
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
