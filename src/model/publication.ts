import type { CalendarDate } from '../locale/index.ts';
import type { Article } from './article.ts';

/** Where an article is on its way to readers. */
export type Publication = 'draft' | 'scheduled' | 'published';

/** The state of an article on a day: a date still to come means that it waits for it. */
export function publicationOf(
  { draft, date }: Pick<Article, 'draft' | 'date'>,
  today: CalendarDate,
): Publication {
  if (draft) return 'draft';
  return date !== undefined && date > today ? 'scheduled' : 'published';
}
