import type { Locale } from './locale.ts';

/** What search says, in one language. These words travel to the browser, and no others do. */
export interface SearchStrings {
  /** What search is called where it is offered. */
  search: string;
  /** Label of the field. */
  field: string;
  close: string;
  /** While what answers is still on its way. */
  loading: string;
  /** Label of the list of hits. */
  results: string;
  found: (count: number) => string;
  /** Shows the hits after those that are shown. */
  more: string;
  nothing: (query: string) => string;
  /** Head of queries near what was typed that do find something. */
  suggestions: string;
  /** That something else was searched for than was typed. */
  searchedFor: (text: string) => string;
  /** Link to what was typed and nothing else. */
  literal: (query: string) => string;
  /** That no hit holds some of the words; `words` is a list of them. */
  leftOut: (words: string) => string;
  /** Mark beside a hit that was found in another language; `language` is what this one calls it. */
  foundIn: (language: string) => string;
  /** Label of the topics to which hits can be held. */
  narrow: string;
  /** Head of the reader's own last queries. */
  recent: string;
  forget: (query: string) => string;
  forgetAll: string;
  unreachable: string;
  tryAgain: string;
  outdated: string;
  reload: string;
  allArticles: string;
  allTopics: string;
  /** Link from the dialog to the page with the same hits. */
  toPage: string;
  withoutScripts: string;
}

/** The words of search in a locale. Throws where there are none of that name. */
export async function loadSearchStrings(locale: Locale): Promise<SearchStrings> {
  const loaded = (await import(`./dictionaries/search/${locale}.ts`)) as { default: SearchStrings };
  return loaded.default;
}
