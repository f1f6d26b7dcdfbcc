import type { CalendarDate, Locale } from '../locale/index.ts';
import { localeToLang } from '../locale/index.ts';
import type { Entry, EntryKind } from './entry.ts';

/** One subject in all the languages it is written in. `E` is what the caller keeps for each language. */
export interface Article<E extends Entry = Entry> {
  kind: EntryKind;
  slug: string;
  /** The language written first. */
  source: Locale;
  date: CalendarDate | undefined;
  updated: CalendarDate | undefined;
  topics: readonly string[];
  draft: boolean;
  /** At least the source; in the order of the site's locales. */
  entries: ReadonlyMap<Locale, E>;
}

/**
 * Put the languages of each subject together.
 *
 * A folder should have one source. Of several the first counts; where there is none, the first entry stands in for it, as
 * a draft. The check names both, and no such site is built; it is for its author to look at.
 */
export function groupArticles<E extends Entry>(
  entries: Iterable<E>,
  locales: readonly Locale[],
): Article<E>[] {
  const folders = Map.groupBy(entries, ({ kind, slug }) => `${kind}/${slug}`);
  return [...folders.values()].flatMap((folder) => toArticle(folder, locales) ?? []).sort(newestFirst);
}

const unsaid = { date: undefined, updated: undefined, topics: [], draft: true } as const;

function toArticle<E extends Entry>(
  folder: readonly E[],
  locales: readonly Locale[],
): Article<E> | undefined {
  const source = folder.find(({ role }) => role.type === 'source') ?? folder[0];
  if (source === undefined) return undefined;
  const { kind, slug, locale, role } = source;
  const { date, updated, topics, draft } = role.type === 'source' ? role : unsaid;
  const ordered = locales.flatMap((wanted) => folder.find((entry) => entry.locale === wanted) ?? []);
  const entries = new Map(ordered.map((entry) => [entry.locale, entry]));
  return { kind, slug, source: locale, date, updated, topics, draft, entries };
}

/** Newest first; on the same day by slug, so that the order never depends on the disk. */
function newestFirst(a: Article, b: Article): number {
  const byDate = (b.date ?? '').localeCompare(a.date ?? '', 'en');
  return byDate !== 0 ? byDate : a.slug.localeCompare(b.slug, 'en');
}

/** What a reader of a language is given: the entry, and whether it is another language's in its place. */
export interface ResolvedEntry<E extends Entry = Entry> {
  entry: E;
  isFallback: boolean;
}

/** The entry for a reader of a language: in that language, else the source. */
export function resolveEntry<E extends Entry>(article: Article<E>, locale: Locale): ResolvedEntry<E> {
  const own = article.entries.get(locale);
  if (own !== undefined) return { entry: own, isFallback: false };
  return { entry: sourceEntry(article), isFallback: true };
}

/** The entry written first. */
export function sourceEntry<E extends Entry>(article: Article<E>): E {
  const source = article.entries.get(article.source);
  if (source === undefined) throw new Error(`Article ${article.slug} has lost its source entry`);
  return source;
}

/** `lang` of an article's title or text where the page around it is in another language, else nothing. */
export function foreignLang({ entry, isFallback }: ResolvedEntry): string | undefined {
  return isFallback ? localeToLang(entry.locale) : undefined;
}

/** The day an article last changed for its readers. */
export function lastChanged({ date, updated }: Pick<Article, 'date' | 'updated'>): CalendarDate | undefined {
  return updated ?? date;
}

/** Where an article is on its way to readers. */
export type PublicationStatus = 'draft' | 'scheduled' | 'published';

/** The state of an article on a day: a date still to come means that it waits for it. */
export function publicationStatus(
  { draft, date }: Pick<Article, 'draft' | 'date'>,
  today: CalendarDate,
): PublicationStatus {
  if (draft) return 'draft';
  return date !== undefined && date > today ? 'scheduled' : 'published';
}

/** The articles to either side of one. */
export interface Neighbors<A extends Article = Article> {
  newer: A | undefined;
  older: A | undefined;
}

/** The articles next to one in a list, newest first as {@link groupArticles} gives it; none where the list does not have it. */
export function neighborsOf<A extends Article>(
  { slug }: Pick<Article, 'slug'>,
  articles: readonly A[],
): Neighbors<A> {
  const at = articles.findIndex((each) => each.slug === slug);
  if (at === -1) return { newer: undefined, older: undefined };
  return { newer: articles[at - 1], older: articles[at + 1] };
}
