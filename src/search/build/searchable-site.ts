import type { Locale } from '../../locale/index.ts';
import type { Subjects } from '../contract/index.ts';

/** A page that search may find, if the page itself says so. */
export interface SearchablePage {
  locale: Locale;
  /** Path below its locale: `articles/ps-vs-top/`. */
  path: string;
  html: string;
}

/** A site as search sees it. */
export interface SearchableSite {
  locales: readonly Locale[];
  pages: readonly SearchablePage[];
  topics: Subjects['topics'];
  /** Names of the glossary that mean the same, a list for each of its terms. */
  names: Subjects['names'];
}
