import type { Locale } from '../../locale/index.ts';
import type { Subjects } from '../contract/index.ts';
import type { PageText } from './page-text.ts';
import type { TextSummary } from './text-summary.ts';

/** A searchable page. */
export interface SearchablePage {
  locale: Locale;
  /** Path of the page below the locale: `articles/ps-vs-top/`. */
  path: string;
  text: TextSummary;
  /** Returns the text itself, which is stored for excerpts. */
  read: () => Promise<PageText>;
}

/** Input of an index: pages, topics and glossary names. */
export interface SearchableSite {
  locales: readonly Locale[];
  pages: readonly SearchablePage[];
  topics: Subjects['topics'];
  /** Groups of synonyms: all names of each glossary term. */
  names: Subjects['names'];
  /** About how many files the index may have. */
  maxFiles: number;
}
