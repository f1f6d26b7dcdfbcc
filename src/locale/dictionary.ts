import type { Locale } from './locale.ts';
import { loadSearchStrings, type SearchStrings } from './search-strings.ts';

/**
 * Every word of the interface, in one language. Strings where nothing varies; functions where a number or a name does,
 * so that each language settles its own plurals, order and particles.
 */
export interface Dictionary extends PageStrings {
  /** In a file of their own, since these are said in the browser too. */
  search: SearchStrings;
}

/** The words of pages as they are built. */
export interface PageStrings {
  /** Skip link at the top of every page. */
  skipToContent: string;
  siteNavigation: string;
  articles: string;
  topics: string;
  /** Label of the list of languages in which a page can be read. */
  languages: string;
  /** What the switch of colours is called, by the state that is on. */
  theme: { system: string; light: string; dark: string };
  newestArticles: string;
  allArticles: string;
  noArticles: string;
  noTopics: string;
  noArticlesOnTopic: string;
  articleCount: (count: number) => string;
  published: string;
  updated: string;
  articleTopics: string;
  readingTime: (minutes: number) => string;
  contents: string;
  draft: string;
  /** `day` is already in words of this language. */
  scheduledFor: (day: string) => string;
  /** Notice on a page that shows another language's text; `language` is what this language calls that one. */
  fallbackNotice: (language: string) => string;
  /** Link from that notice to the original. */
  readOriginal: (language: string) => string;
  /** Mark beside a title in a list whose text is in another language. */
  onlyIn: (language: string) => string;
  sideBySide: SideBySideStrings;
  readMarkdown: string;
  editThisPage: string;
  relatedArticles: string;
  /** Label of the links to the articles before and after one. */
  neighbors: string;
  newerArticle: string;
  olderArticle: string;
  feed: string;
  /** What people are told who open a feed in a browser. */
  feedExplanation: string;
  /** Link under the picture of a figure in a feed, to where it can be played with. */
  toLiveFigure: string;
  footnotes: string;
  /** Label of the arrow back from a footnote to its `reference`th mention in the text; `number` is the footnote's. */
  backToReference: (number: number, reference: number) => string;
  permalink: (heading: string) => string;
  peek: PeekStrings;
  tableScroll: string;
  diagramScroll: string;
  /** Words in which a diagram is told to those who don’t see it. */
  diagram: DiagramStrings;
  /** Labels of the boxes in task lists. */
  taskDone: string;
  taskOpen: string;
  copy: string;
  copied: string;
  copyFailed: string;
  /** What a reader of a translation is told of changes to its source. */
  revision: RevisionStrings;
  callout: { note: string; tip: string; caution: string };
  /** Prefixes read aloud before marked lines of code. */
  insertedLine: string;
  deletedLine: string;
  notFoundTitle: string;
  notFoundText: string;
  toHome: string;
  /** Head of the list of an entry’s mistakes, which its author sees in development. */
  problems: string;
}

/** Words with which a block of a text is shown in its other language. */
export interface PeekStrings {
  /** Label of what shows it; `language` is what this language calls that one. */
  showIn: (language: string) => string;
  /** What is shown in place of a block that is the same in both languages. */
  same: string;
  /** What is shown where it can't be had; a link to both languages follows. */
  failed: string;
}

/** What stands on, and leads to, a page with both languages of an article. Languages are told by what this one calls them. */
export interface SideBySideStrings {
  /** Link from the article to the page. */
  read: string;
  /** Title of the page. */
  title: (article: string) => string;
  /** Label of the list of languages over the columns. */
  columns: string;
  /** What a language in that list leads to: its text alone. */
  readAlone: (language: string) => string;
  /** The same at a heading: its text alone from there on. */
  readAloneFrom: (heading: string, language: string) => string;
  /** Link to the page with the other language first. */
  swap: string;
  /** What stands where a language has no counterpart to the block beside it. */
  gap: (language: string) => string;
  /** Note on a block that stands elsewhere in its own text. */
  moved: (language: string) => string;
}

/** What has become of translations, in words. */
export interface RevisionStrings {
  /** Notice at the head of a translation; `language` is what this language calls the source’s. */
  notice: (language: string, counts: { changed: number; added: number; removed: number }) => string;
  /** What leads the links to the sections that changed. */
  sections: string;
  /** Link to what stands before the first heading. */
  beginning: string;
  /** Marks behind a passage. */
  changed: string;
  removed: string;
  /** Mark between two passages, where the source has this many more. */
  added: (count: number) => string;
  /** Link from a mark to the passage in the source. */
  compare: string;
  /** Words of the page that lists all translations, which its author sees in development. */
  overview: {
    title: string;
    description: string;
    article: string;
    /** Why there is nothing to list. */
    empty: string;
    /** The state of an entry. */
    source: string;
    current: string;
    missing: string;
    unrecorded: string;
    outdated: string;
    /** What befell a passage of the source, said before its place. */
    changed: string;
    added: string;
    removed: string;
    /** What leads a command to run. */
    run: string;
  };
}

/** What a diagram shows, in words. */
export interface DiagramStrings {
  flowchart: string;
  state: string;
  class: string;
  er: string;
  sequence: string;
  /** The marks where states begin and end. */
  start: string;
  end: string;
  /** That something goes from one to another; `label` may be empty. */
  message: (from: string, to: string, label: string) => string;
  /** The same without a direction. */
  link: (one: string, other: string, label: string) => string;
  /** What is said of a message that does not arrive. */
  lost: (message: string) => string;
  note: (beside: readonly string[], text: string) => string;
  group: (name: string, members: readonly string[]) => string;
  /** What begins a block of a sequence, or another case of it. */
  block: Readonly<Record<BlockWord, string>>;
  blockEnd: (block: string) => string;
  relation: { inheritance: string; composition: string; aggregation: string };
  /** How many there may be. */
  count: { one: string; 'zero-one': string; many: string; 'zero-many': string };
}

/** Words that begin a block of a sequence diagram, or another case of one. */
export type BlockWord = 'alt' | 'else' | 'break' | 'critical' | 'option' | 'loop' | 'opt' | 'par' | 'and';

/** The interface strings of a locale. Throws where no dictionary of that name exists. */
export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  const loaded = (await import(`./dictionaries/${locale}.ts`)) as { default: PageStrings };
  return { ...loaded.default, search: await loadSearchStrings(locale) };
}

/** The interface strings of a locale, if there is a dictionary of that name. */
export async function findDictionary(locale: Locale): Promise<Dictionary | undefined> {
  return loadDictionary(locale).catch(() => undefined);
}

/** What one language calls another: `영어` for (`ko`, `en`), `Korean` for (`en`, `ko`). */
export function languageName(of: Locale, within: Locale): string {
  return new Intl.DisplayNames(within, { type: 'language' }).of(of) ?? of;
}
