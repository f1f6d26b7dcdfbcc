import { groupArticles, publicationStatus, type EntryKind } from '../model/index.ts';
import type { SiteSettings, StoredArticle, StoredEntry } from '../texts/index.ts';

/** The texts of a site, grouped for its pages. */
export interface SiteContent extends SiteSettings {
  /** The published articles, newest first; in a preview also drafts and scheduled ones. */
  articles: readonly StoredArticle[];
  /** Single pages such as `about`. */
  pages: readonly StoredArticle[];
}

/** Groups the texts of a site by article and leaves out what is not published: drafts, scheduled articles, unfinished translations. */
export function groupContent(settings: SiteSettings, entries: readonly StoredEntry[]): SiteContent {
  const { site, today, isPreview } = settings;
  const ofKind = (kind: EntryKind): StoredArticle[] =>
    groupArticles(
      entries.filter((entry) => entry.kind === kind && (isPreview || entry.isPublic)),
      site.locales,
    ).filter((article) => isPreview || publicationStatus(article, today) === 'published');
  return { ...settings, articles: ofKind('article'), pages: ofKind('page') };
}
