import { localize, pageToPath, type Locale } from '../../locale/index.ts';
import { termNames } from '../../model/index.ts';
import type { Content } from '../../sources/index.ts';
import type { SearchableSite } from './searchable-site.ts';

/** What search has to know of a site beside its pages. */
export interface SearchSettings extends Pick<SearchableSite, 'locales' | 'topics' | 'names'> {
  /** Folder that the site is in: `/kb/`. */
  base: string;
  /** Pages that there may be; which of them there are only the build says. */
  pages: readonly { locale: Locale; path: string }[];
}

/** What search has to know of content as it was read. */
export function toSearchSettings({ site, topics, glossary, entries }: Content): SearchSettings {
  return {
    base: site.base,
    locales: site.locales,
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
