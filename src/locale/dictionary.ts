import type { Locale } from './locale.ts';
import { loadSearchStrings, type SearchStrings } from './search-strings.ts';

/**
 * The interface strings of one language. A string with a number or name in it is a function, so that each language chooses
 * its own plural forms, word order and particles.
 */
export interface Dictionary extends PageStrings {
  /** Stored separately, because the browser loads them too. */
  search: SearchStrings;
}

/** Interface strings used only at build time. */
export interface PageStrings {
  /** Skip link at the top of every page. */
  skipToContent: string;
  siteNavigation: string;
  articles: string;
  topics: string;
  /** Label of the list of a page's languages. */
  languages: string;
  /** Label of the theme switch in each of its states. */
  theme: { system: string; light: string; dark: string };
  newestArticles: string;
  allArticles: string;
  noArticles: string;
  noTopics: string;
  noArticlesOnTopic: string;
  articleCount: (count: number) => string;
  updated: string;
  articleTopics: string;
  readingTime: (minutes: number) => string;
  contents: string;
  draft: string;
  /** `day` is already formatted in this language. */
  scheduledFor: (day: string) => string;
  /** Notice on a page that shows another language's text. `language` is the name of that language; everywhere in this file, names of languages are in the language of the dictionary. */
  fallbackNotice: (language: string) => string;
  /** Link from that notice to the original. */
  readOriginal: (language: string) => string;
  /** Mark beside the title of an article in a list if it exists only in another language. */
  onlyIn: (language: string) => string;
  sideBySide: SideBySideStrings;
  readMarkdown: string;
  editThisPage: string;
  relatedArticles: string;
  /** Place of an article in a series of `count` articles. */
  seriesPlace: (place: number, count: number) => string;
  /** Labels of the links to the previous and the next article of a series. */
  previousPart: string;
  nextPart: string;
  /** Heading of the articles that link to this one. */
  backlinks: string;
  /** Summary of those that a long list shows only when opened. */
  moreBacklinks: (count: number) => string;
  /** Comments on an article. `host` is the site that has them. */
  comments: { title: string; loadFrom: (host: string) => string; readOn: (host: string) => string };
  /** Label of the links to the newer and older article. */
  neighbors: string;
  newerArticle: string;
  olderArticle: string;
  feed: string;
  /** Explanation for people who open a feed in a browser. */
  feedExplanation: string;
  /** Link under the picture of a figure in a feed, to the interactive figure. */
  toLiveFigure: string;
  footnotes: string;
  /** Label of the link from footnote number `number` back to its `reference`-th reference in the text. */
  backToReference: (number: number, reference: number) => string;
  permalink: (heading: string) => string;
  peek: PeekStrings;
  tableScroll: string;
  diagramScroll: string;
  mathScroll: string;
  /** Text alternatives of diagrams. */
  diagram: DiagramStrings;
  /** Labels of the checkboxes in task lists. */
  taskDone: string;
  taskOpen: string;
  media: {
    /** Label of a link to a video on another site. */
    videoOn: (host: string) => string;
  };
  copy: string;
  copied: string;
  copyFailed: string;
  /** Notices in a translation about changes of its source. */
  revision: RevisionStrings;
  /** Titles of callouts without a title of their own. */
  callout: Readonly<Record<'note' | 'tip' | 'important' | 'caution' | 'warning' | 'danger', string>>;
  /** Prefixes of marked code lines for screen readers. */
  insertedLine: string;
  deletedLine: string;
  notFoundTitle: string;
  notFoundText: string;
  /** Introduces the pages with the most similar addresses, shown in development. */
  nearestAddresses: string;
  /** Explanation on a page at a former address, before a link to the new one. */
  addressChanged: string;
  toHome: string;
  /** Heading of the list of an entry’s diagnostics, shown in development. */
  problems: string;
  /** Numbers of errors and warnings in all texts; not both are 0. */
  problemCount: (errors: number, warnings: number) => string;
  /** Label before the fix of a problem. */
  problemFix: string;
}

/** Strings for showing a block in the other language. */
export interface PeekStrings {
  /** Label of the button. */
  showIn: (language: string) => string;
  /** Shown instead of a block that is the same in both languages. */
  same: string;
  /** Shown if loading fails, before a link to the side-by-side page. */
  failed: string;
}

/** Strings on the side-by-side page of an article, and of the link to it. */
export interface SideBySideStrings {
  /** Link from the article to the page. */
  read: string;
  /** Title of the page. */
  title: (article: string) => string;
  /** Label of the list of languages above the columns. */
  columns: string;
  /** Link in that list to the article in one language. */
  readAlone: (language: string) => string;
  /** Link at a heading to the same place of the article in one language. */
  readAloneFrom: (heading: string, language: string) => string;
  /** Link to the same page with the other language first. */
  swap: string;
  /** Shown beside a block without a counterpart. */
  gap: (language: string) => string;
  /** Note on a block that is in another position in its own text. */
  moved: (language: string) => string;
}

/** Strings about outdated translations. */
export interface RevisionStrings {
  /** Notice at the top of a translation. */
  notice: (language: string, counts: { changed: number; added: number; removed: number }) => string;
  /** Label of the links to the changed sections. */
  sections: string;
  /** Link to the part before the first heading. */
  beginning: string;
  /** Notes after a passage. */
  changed: string;
  removed: string;
  /** Note between two passages: the source has `count` passages here that the translation lacks. */
  added: (count: number) => string;
  /** Link from a note to the passage in the source. */
  compare: string;
  /** Strings of the page that lists all translations in development. */
  overview: {
    title: string;
    description: string;
    article: string;
    /** Shown if there are no articles. */
    empty: string;
    /** Status of an entry. */
    source: string;
    current: string;
    missing: string;
    unrecorded: string;
    unfinished: string;
    outdated: string;
    /** Kind of change of a source passage, shown before its position. */
    changed: string;
    added: string;
    removed: string;
    /** Label before a command to run. */
    run: string;
    /** Heading above drafts and scheduled articles. */
    unpublished: string;
  };
}

/** Strings from which the text alternative of a diagram is made. */
export interface DiagramStrings {
  flowchart: string;
  state: string;
  class: string;
  er: string;
  sequence: string;
  /** Names of the start and end states. */
  start: string;
  end: string;
  /** Describes an arrow or message; `label` may be empty. */
  message: (from: string, to: string, label: string) => string;
  /** Describes a link without direction. */
  link: (one: string, other: string, label: string) => string;
  /** Describes a message that does not arrive. */
  lost: (message: string) => string;
  note: (beside: readonly string[], text: string) => string;
  group: (name: string, members: readonly string[]) => string;
  /** Names of the blocks of a sequence diagram and their alternatives. */
  block: Readonly<Record<BlockWord, string>>;
  blockEnd: (block: string) => string;
  relation: { inheritance: string; composition: string; aggregation: string };
  /** Cardinalities in an entity-relationship diagram. */
  count: { one: string; 'zero-one': string; many: string; 'zero-many': string };
}

/** Keywords that begin a block of a sequence diagram or one of its alternatives. */
type BlockWord = 'alt' | 'else' | 'break' | 'critical' | 'option' | 'loop' | 'opt' | 'par' | 'and';

/** Loads the interface strings of a locale. Throws if there is no dictionary for it. */
export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  const loaded = (await import(`./dictionaries/${locale}.ts`)) as { default: PageStrings };
  return { ...loaded.default, search: await loadSearchStrings(locale) };
}

/** Loads the interface strings of a locale, or returns `undefined` if there is no dictionary for it. */
export async function findDictionary(locale: Locale): Promise<Dictionary | undefined> {
  return loadDictionary(locale).catch(() => undefined);
}

/** Returns the name of a language in another one: `languageName('en', 'ko')` is `영어`. */
export function languageName(of: Locale, within: Locale): string {
  return new Intl.DisplayNames(within, { type: 'language' }).of(of) ?? of;
}
