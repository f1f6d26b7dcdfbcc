import { groupArticles, publicationStatus, type EntryKind } from '../model/index.ts';
import type { SiteMark } from './site-mark.ts';
import type { LoadedSite, SiteSettings, StoredArticle } from '../texts/index.ts';

/** The texts of a site, grouped for its pages. */
export interface SiteContent extends SiteSettings {
  mark: SiteMark;
  /** The published articles, newest first; in a preview also drafts and scheduled ones. */
  articles: readonly StoredArticle[];
  /** Single pages such as `about`. */
  pages: readonly StoredArticle[];
  /** The mistakes in the content, for the author of a preview; empty in a build, which stops at errors. */
  problems: LoadedSite['diagnostics'];
}

/** Groups the texts of a site by article and leaves out what is not published: drafts, scheduled articles, unfinished translations. */
export function groupContent(
  { settings, entries, diagnostics }: PublishableSite,
  mark: SiteMark,
): SiteContent {
  const { site, today, isPreview } = settings;
  const ofKind = (kind: EntryKind): StoredArticle[] =>
    groupArticles(
      entries.filter((entry) => entry.kind === kind && (isPreview || entry.isPublic)),
      site.locales,
    ).filter((article) => isPreview || publicationStatus(article, today) === 'published');
  const problems = isPreview ? diagnostics : [];
  return { ...settings, mark, articles: ofKind('article'), pages: ofKind('page'), problems };
}

/** The parts of a loaded site that its pages show. */
type PublishableSite = Pick<LoadedSite, 'settings' | 'entries' | 'diagnostics'>;
