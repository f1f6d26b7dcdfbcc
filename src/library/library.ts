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
import { groupAnchors, type LinkSentence, type LinkTargets, type TextAnchors } from '../markdown/index.ts';
import type { Content, EntryFile } from '../sources/index.ts';
import { findTranslationState, type TranslationTexts } from '../translation/index.ts';
import { assignAnchors, toAlignable } from './anchors.ts';
import { withRevisions } from './find-revisions.ts';
import { createNames, noNames, type Names } from './names.ts';
import { isPublic } from './is-public.ts';
import { planImages, type TextImages } from './plan-pictures.ts';
import { drawSigns } from './signs.ts';
import { surveyEntry, type TextSurvey } from './survey-text.ts';
import {
  findDownloads,
  findLinkedArticles,
  findLinkTargets,
  findMentions,
  findNamedTargets,
  findStates,
  type Download,
} from './targets.ts';

/** An entry with its survey and everything that rendering needs. */
export interface Text extends TextAnchors {
  id: string;
  file: EntryFile;
  survey: TextSurvey;
  /** The ids of the text's link targets, in the order of `survey.places`. */
  placeIds: readonly string[];
  alignedWith: AlignedWith;
  /** State of the translation; `undefined` for a source. */
  translation: TranslationState | undefined;
  /** The outdated places of a translation; empty for a source. */
  revisions: readonly Revision[];
  targets: LinkTargets;
  /** Those of the targets that depend on the names of other texts. */
  named: LinkTargets;
  /** The states of figures in this text that it links to, as fragments (`ps-vs-top:at=41`). */
  states: readonly string[];
  /** The article’s sign as SVG, if this is its source; empty for a translation. */
  sign: string;
  /** Slugs of the other articles that the text links to. */
  linksTo: readonly string[];
  /** Of these, the sentence with the first link to each, by slug. */
  mentions: Readonly<Record<string, LinkSentence>>;
  images: TextImages;
  /** Files that the text offers for download. */
  downloads: readonly Download[];
}

/** The content of a site with everything that is derived from it. */
export interface Library {
  content: Content;
  /** The current day, in the time zone of the site. */
  today: CalendarDate;
  texts: readonly Text[];
  /** The texts by folder (`articles/ps-vs-top`). */
  folders: ReadonlyMap<string, readonly Text[]>;
  /** Articles and single pages. */
  articles: readonly Article[];
  /** Anchors by folder (`articles/ps-vs-top`). */
  anchors: ReadonlyMap<string, Anchors>;
  names: Names;
}

/** An entry and its survey. */
export type SurveyedText = Pick<Text, 'id' | 'file' | 'survey'>;

/** The texts of an article, without what they get from other articles, and its anchors. */
export interface RelatedTexts {
  folder: string;
  texts: readonly Omit<Text, 'sign'>[];
  anchors: Anchors;
}

/** The expensive steps of deriving a library. A caller may pass steps with the same results that take them from a cache. */
export interface LibrarySteps {
  /** Surveys an entry. Returns a diagnostic if that is impossible. */
  survey: (file: EntryFile) => TextSurvey | Diagnostic;
  /** Derives what depends on all languages of an article. */
  relate: (languages: readonly SurveyedText[], site: Site, names: Names) => RelatedTexts;
}

/**
 * Derives a library from content: surveys every text, aligns languages, assigns anchors and resolves links.
 *
 * A text that can’t be processed becomes an unreadable one, with a diagnostic.
 *
 * @param steps `others` are entries that the content is without for now, but whose names its links may use
 */
export function createLibrary(
  content: Content,
  today: CalendarDate,
  {
    survey: surveyOf = surveyEntry,
    relate = relateLanguages,
    others = [],
  }: Partial<LibrarySteps> & { others?: readonly EntryFile[] | undefined } = {},
): Library {
  const { site } = content;
  const unreadable = new Map<EntryFile, Diagnostic[]>();
  const surveyed = content.entries.flatMap((file): SurveyedText[] => {
    const survey = surveyOf(file);
    if (!('rule' in survey)) return [{ id: entryId(file), file, survey }];
    unreadable.set(file, [survey]);
    return [];
  });
  // Readers don’t see the title of a translation that is not finished.
  const named = [...surveyed.filter(isPublic).map(({ file }) => file), ...others].map(({ entry }) => entry);
  const names = createNames(named, [...content.entries, ...content.unreadable]);
  const folders = [...Map.groupBy(surveyed, ({ file }) => folderOf(file)).values()].flatMap((languages) => {
    try {
      return [relate(languages, site, names)];
    } catch (error) {
      languages.forEach(({ file }, index) => {
        unreadable.set(file, index === 0 ? [crashDiagnostic(error, file.file)] : []);
      });
      return [];
    }
  });
  const related = folders.flatMap((each) => each.texts);
  const signs = drawSigns(related);
  const texts = new Map(related.map((text) => [text.file, withSign(text, signs.get(text.id) ?? '')]));
  const entries = content.entries.filter((file) => !unreadable.has(file));
  const inOrder = entries.flatMap((file) => texts.get(file) ?? []);
  return {
    content: {
      ...content,
      entries,
      unreadable: [...content.unreadable, ...unreadable.keys()],
      diagnostics: [...content.diagnostics, ...[...unreadable.values()].flat()],
    },
    today,
    texts: inOrder,
    folders: Map.groupBy(inOrder, ({ file }) => folderOf(file)),
    articles: groupArticles(
      entries.map(({ entry }) => entry),
      site.locales,
    ),
    anchors: new Map(folders.map(({ folder, anchors }) => [folder, anchors])),
    names,
  };
}

/** Texts with their signs, by text without: `relate` may return the same texts again, and what depends on them need not change. */
const signed = new WeakMap<Omit<Text, 'sign'>, Text>();

function withSign(text: Omit<Text, 'sign'>, sign: string): Text {
  const before = signed.get(text);
  if (before?.sign === sign) return before;
  const made = { ...text, sign };
  signed.set(text, made);
  return made;
}

/**
 * Derives what depends on all languages of an article: alignment, anchors, the states of its translations.
 *
 * @param names those of all texts; without them, links that need them are left for later
 * @param align a function with the same results as `alignLanguages`
 */
export function relateLanguages(
  languages: readonly SurveyedText[],
  site: Site,
  names: Names = noNames,
  align: typeof alignLanguages = alignLanguages,
): RelatedTexts {
  const alignment = align(languages.map(toAlignable));
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
      targets: findLinkTargets(survey, file, site, names),
      named: findNamedTargets(survey, file, site, names),
      states: findStates(survey, file, site, names),
      linksTo: findLinkedArticles(survey, file, site, names),
      mentions: findMentions(survey, file, site, names),
      images: planImages(survey, file, site),
      downloads: findDownloads(survey, file),
    };
  });
  return {
    folder: languages.map(({ file }) => folderOf(file))[0] ?? '',
    texts: withRevisions(texts, site),
    anchors,
  };
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

/** Returns the texts of the same article in other languages. */
export function findSiblings({ id, file }: Text, { folders }: Pick<Library, 'folders'>): readonly Text[] {
  return (folders.get(folderOf(file)) ?? []).filter((other) => other.id !== id);
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
