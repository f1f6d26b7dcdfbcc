import type { Library } from '../library/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import { folderOf, publicationStatus } from '../model/index.ts';

/** An article that readers don’t see yet. */
interface UnpublishedArticle {
  /** `articles/ps-vs-top` */
  folder: string;
  status: 'draft' | 'scheduled';
  /** The day on which a scheduled article appears. */
  date: CalendarDate | undefined;
}

/** Lists drafts by folder, then scheduled articles by day. */
export function listUnpublished({
  articles,
  today,
}: Pick<Library, 'articles' | 'today'>): UnpublishedArticle[] {
  const ofStatus = (status: UnpublishedArticle['status']): UnpublishedArticle[] =>
    articles
      .filter((article) => publicationStatus(article, today) === status)
      .map((article) => ({ folder: folderOf(article), status, date: article.date }));
  const byFolder = (one: UnpublishedArticle, other: UnpublishedArticle): number =>
    one.folder < other.folder ? -1 : 1;
  const byDay = (one: UnpublishedArticle, other: UnpublishedArticle): number =>
    (one.date ?? '').localeCompare(other.date ?? '', 'en') || byFolder(one, other);
  return [...ofStatus('draft').sort(byFolder), ...ofStatus('scheduled').sort(byDay)];
}

/**
 * Formats unpublished articles for the terminal, one line each. Returns an empty string if there are none.
 *
 * @example
 * Not published yet
 *   draft      articles/tail-latency
 *   scheduled  articles/new-year  2027-01-01
 */
export function formatUnpublished(unpublished: readonly UnpublishedArticle[]): string {
  if (unpublished.length === 0) return '';
  const lines = unpublished.map(({ folder, status, date }) =>
    [`  ${status.padEnd('scheduled'.length)}`, folder, ...(status === 'scheduled' ? [date] : [])].join('  '),
  );
  return ['Not published yet', ...lines].join('\n');
}
