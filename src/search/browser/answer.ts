import type { Locale } from '../../locale/index.ts';

/** A query and the options it is searched with. */
export interface Question {
  /** The query as typed, neither trimmed nor corrected. */
  query: string;
  /** The reader's language. Hits link to it where a translation exists. */
  locale: Locale;
  /** Id of the topic that hits are limited to. */
  topic?: string | undefined;
  /** Whether to search for exactly what was typed: no other spelling, keyboard layout, stem or glossary name. */
  isLiteral?: boolean;
  /**
   * Whether the reader is still typing. The answer is then partial: it searches only titles and headings, which are
   * loaded already, and fetches nothing for a query that is about to change.
   */
  isTyping?: boolean;
}

/** The answer to a {@link Question}. */
export interface Answer {
  query: string;
  /** Readings that were searched for instead of the query as typed. */
  rewritings: readonly Rewriting[];
  /** Words of the query that no hit contains. The hits match only the other words. */
  leftOut: readonly string[];
  /** Sorted by score, best first. */
  hits: readonly Hit[];
  /** Number of matching articles per topic, before the topic filter; largest first. */
  topics: readonly TopicCount[];
  /** Did-you-mean queries that find something, nearest first. Only if there are no hits. */
  suggestions: readonly string[];
}

/** A query that was read differently than typed. */
export interface Rewriting {
  /** The query that was searched for: `덴마크` for `epsakzm`. */
  text: string;
  /**
   * `layout`: typed on the wrong keyboard layout; `spelling`: a typo was corrected; `choseong`: initial consonants were
   * completed; `name`: replaced by another name from the glossary; `sound`: written in the other script, as it sounds; `meaning`:
   * translated as in the site’s texts.
   */
  kind: 'layout' | 'spelling' | 'choseong' | 'name' | 'sound' | 'meaning';
}

/** A matching article. It is one hit, whichever of its languages match. */
export interface Hit {
  slug: string;
  /** Address of the article in the reader's language, from the root of the host. */
  href: string;
  title: MarkedText;
  /** The author's one-sentence description. */
  description: MarkedText;
  /** Language of title and description. */
  locale: Locale;
  /** Language of the matching text. It differs from the reader's only if the text in their language doesn't match. */
  matchLocale: Locale;
  /** Matching sections, best first. The text before the first heading is a section without `heading`. */
  sections: readonly HitSection[];
}

/** A section of an article that matches. */
export interface HitSection {
  /** Address of the section in the reader's language. */
  href: string;
  /** Heading of the section; empty for the text before the first heading. */
  heading: MarkedText;
  /** Language of the heading. */
  locale: Locale;
  /** The text around the match, as written, in `matchLocale`. Empty if only the heading matches. */
  excerpt: MarkedText;
  /** Matching words as written, case included, for highlighting on the opened page. */
  words: readonly string[];
}

/** A topic to which hits can be limited. */
export interface TopicCount {
  id: string;
  /** Label of the topic in the reader's language. */
  label: string;
  count: number;
}

/** Text as written, split into matching and other parts. */
export type MarkedText = readonly MarkedPart[];

/** A part of a text that matches as a whole or not at all. */
export interface MarkedPart {
  text: string;
  isMatch: boolean;
}

/** A search engine over one site. */
export interface Search {
  /**
   * Answers a question. Rejects with a {@link SearchError} if the index can't be loaded. The answer to an empty query
   * has no hits but all topics.
   *
   * @param onEarlier receives what is known of the answer before all is loaded: hits by title and heading, then all hits without
   *   excerpts
   */
  ask: (question: Question, onEarlier?: (answer: Answer) => void) => Promise<Answer>;
  /** Starts to load what any query needs, and what this one does. Call it when the reader is about to search. */
  preload: (locale: Locale, query: string) => void;
}

/** The reason why a query fails: the index could not be loaded, or it was built for a newer version of the page. */
export type SearchFailure = 'unreachable' | 'outdated';

/** Thrown if a query can't be answered. Retry after `unreachable`; reload the page after `outdated`. */
export class SearchError extends Error {
  override name = 'SearchError';
  readonly failure: SearchFailure;

  constructor(failure: SearchFailure, cause?: unknown) {
    super(`The search index is ${failure}`, { cause });
    this.failure = failure;
  }
}
