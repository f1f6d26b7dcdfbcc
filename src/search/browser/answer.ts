import type { Locale } from '../../locale/index.ts';

/** What a reader wants to know. */
export interface Question {
  /** As typed: nothing of it has been trimmed or corrected. */
  query: string;
  /** The language they read in: hits open in it where they can. */
  locale: Locale;
  /** Id of the one topic they want hits of. */
  topic?: string | undefined;
  /** Whether nothing but what was typed is to be searched for: no other spelling, layout, stem or name. */
  isLiteral?: boolean;
  /**
   * Whether more keys are expected: then only what is on the device already is asked, which is titles and headings,
   * and nothing more is fetched for the sake of letters that are gone a moment later.
   */
  isTyping?: boolean;
}

/** What the site has to say to a question. */
export interface Answer {
  query: string;
  /** What was searched for, where that isn't what was typed. */
  rewritings: readonly Rewriting[];
  /** Words of the query that no hit holds: hits are then about the others alone. */
  leftOut: readonly string[];
  /** Best first. */
  hits: readonly Hit[];
  /** How many articles there are for each topic among all hits, before the filter by topic; most first. */
  topics: readonly TopicCount[];
  /** Queries near what was typed that do find something, nearest first. Only where there is no hit. */
  suggestions: readonly string[];
}

/** How a query was read other than as it was typed. */
export interface Rewriting {
  /** What was searched for: `덴마크` for `epsakzm`. */
  text: string;
  /**
   * `layout`: the keyboard was set to the other language; `spelling`: a slip was mended; `choseong`: initial consonants
   * stand for syllables; `name`: the glossary knows it by another name.
   */
  kind: 'layout' | 'spelling' | 'choseong' | 'name';
}

/** An article, found: it comes once, whichever of its languages matched. */
export interface Hit {
  slug: string;
  /** Address of the article in the reader's language, from the root of the host. */
  href: string;
  title: Marked;
  /** The writer's one sentence about it. */
  description: Marked;
  /** Language of title and description. */
  locale: Locale;
  /** Language of the text in which the match stands; another than the reader's only where theirs doesn't have it. */
  matchLocale: Locale;
  /** Places within the article, best first; the text before the first heading is one without `heading`. */
  sections: readonly HitSection[];
}

/** A section of a found article in which something was found. */
export interface HitSection {
  /** Address of the section in the reader's language. */
  href: string;
  /** Empty for the text before the first heading. */
  heading: Marked;
  /** Language of the heading. */
  locale: Locale;
  /** What stands around the match, as it was written; empty where only the heading matched. In `matchLocale`. */
  excerpt: Marked;
  /** The words as they stand in the text, which the opened page may mark; lower case is not forced. */
  words: readonly string[];
}

/** A topic to which hits can be held. */
export interface TopicCount {
  id: string;
  /** In the reader's language. */
  label: string;
  count: number;
}

/** Text as it was written, in pieces that matched and pieces that didn't. */
export type Marked = readonly MarkedPiece[];

/** A piece of text of which all matched, or none. */
export interface MarkedPiece {
  text: string;
  isMatch: boolean;
}

/** What can answer questions about a site. */
export interface Search {
  /**
   * The answer to a question. Rejects with a {@link SearchError} where the index can't be had. An empty question has an
   * empty answer, with all topics.
   */
  ask: (question: Question) => Promise<Answer>;
}

/** Why there can be no answer: the index could not be loaded, or it is not the one that this page was made for. */
export type SearchTrouble = 'unreachable' | 'outdated';

/** Thrown where there can be no answer; trying anew may help with `unreachable`, loading the page anew with `outdated`. */
export class SearchError extends Error {
  override name = 'SearchError';
  readonly trouble: SearchTrouble;

  constructor(trouble: SearchTrouble, cause?: unknown) {
    super(`The search index is ${trouble}`, { cause });
    this.trouble = trouble;
  }
}
