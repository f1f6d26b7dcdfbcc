import type { Locale } from './locale.ts';

/** The interface strings of search in one language, the only ones sent to the browser. */
export interface SearchStrings {
  /** Label of the search button and link. */
  search: string;
  /** Label of the search field. */
  field: string;
  close: string;
  /** Shown while the search engine loads. */
  loading: string;
  /** Label of the list of results. */
  results: string;
  found: (count: number) => string;
  /** Button that shows further results. */
  more: string;
  nothing: (query: string) => string;
  /** Heading of similar queries that have results. */
  suggestions: string;
  /** States that the results are for another query than the one typed. */
  searchedFor: (text: string) => string;
  /** Link to the results for the query exactly as typed. */
  literal: (query: string) => string;
  /** States which words of the query no result contains. `words` is a list. */
  leftOut: (words: string) => string;
  /** Mark beside a result found in another language. `language` is its name in this one. */
  foundIn: (language: string) => string;
  /** Label of the topic filter. */
  narrow: string;
  /** Button that shows so many more topics. */
  moreTopics: (count: number) => string;
  /** Button that shows only the topics that fit on one line. */
  fewerTopics: string;
  /** Heading of the reader's recent queries. */
  recent: string;
  forget: (query: string) => string;
  forgetAll: string;
  unreachable: string;
  /** States that part of the answer could not be loaded, above the hits that were. */
  incomplete: string;
  tryAgain: string;
  outdated: string;
  reload: string;
  allArticles: string;
  allTopics: string;
  /** States that the address of the search page lacks the query. */
  tooLong: string;
  /** Link from the dialog to the search page with the same results. */
  toPage: string;
  withoutScripts: string;
}

/** Loads the search strings of a locale. Throws if there is no dictionary for it. */
export async function loadSearchStrings(locale: Locale): Promise<SearchStrings> {
  const loaded = (await import(`./dictionaries/search/${locale}.ts`)) as { default: SearchStrings };
  return loaded.default;
}
