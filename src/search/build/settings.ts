import { localize, pageToPath, type Locale } from '../../locale/index.ts';
import { termNames } from '../../model/index.ts';
import type { Content } from '../../sources/index.ts';
import type { SearchableSite } from './searchable-site.ts';

/** Search settings of a site: everything but the HTML of its pages. */
export interface SearchSettings extends Pick<SearchableSite, 'locales' | 'topics' | 'names' | 'maxFiles'> {
  /** Base path of the site: `/kb/`. */
  base: string;
  /** Candidate pages. Those that the build didn't write, such as drafts, are skipped. */
  pages: readonly { locale: Locale; path: string }[];
}

/** Extracts the search settings from the content. */
export function toSearchSettings({ site, topics, glossary, entries }: Content): SearchSettings {
  return {
    base: site.base,
    locales: site.locales,
    maxFiles: site.searchFiles,
    topics: Object.entries(topics).map(([id, { label }]) => ({
      id,
      label: Object.fromEntries(
        site.locales.map((locale) => [locale, localize(label, locale, site.locales)]),
      ),
    })),
    names: Object.values(glossary).map((term) => termNames(term, site.locales)),
    pages: entries.map(({ kind, slug, locale }) => ({
      locale,
      path: pageToPath(kind === 'article' ? { type: 'article', slug } : { type: 'single', slug }),
    })),
  };
}
