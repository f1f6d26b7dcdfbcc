import { localeToLang, type CalendarDate, type Locale } from '../locale/index.ts';
import { sharedFacts, type Entry, type EntryKind, type SharedFacts } from './entry.ts';

/** One subject in all the languages it is written in. `E` is the type the caller stores for each language. */
export interface Article<E extends Entry = Entry> extends SharedFacts {
  kind: EntryKind;
  slug: string;
  /** The language written first. */
  source: Locale;
  /** The entries by locale, in the order of the site's locales. Has at least the source. */
  entries: ReadonlyMap<Locale, E>;
}

/**
 * Groups entries by article, newest article first.
 *
 * A folder should have exactly one source; `check` reports any other number as an error, which stops a build. For the preview,
 * the first of several sources counts, and without a source the first entry takes its place and the article is a draft.
 */
export function groupArticles<E extends Entry>(
  entries: Iterable<E>,
  locales: readonly Locale[],
): Article<E>[] {
  const folders = Map.groupBy(entries, ({ kind, slug }) => `${kind}/${slug}`);
  return [...folders.values()].flatMap((folder) => toArticle(folder, locales) ?? []).sort(compareByDate);
}

function toArticle<E extends Entry>(
  folder: readonly E[],
  locales: readonly Locale[],
): Article<E> | undefined {
  const source = folder.find(({ role }) => role.type === 'source') ?? folder[0];
  if (source === undefined) return undefined;
  const { kind, slug } = source;
  const ordered = locales.flatMap((locale) => folder.find((entry) => entry.locale === locale) ?? []);
  const entries = new Map(ordered.map((entry) => [entry.locale, entry]));
  return { kind, slug, source: source.locale, ...sharedFacts(source), entries };
}

/** Compares by date, newest first; ties are broken by slug, so the order never depends on the disk. */
function compareByDate(a: Article, b: Article): number {
  const byDate = (b.date ?? '').localeCompare(a.date ?? '', 'en');
  return byDate !== 0 ? byDate : a.slug.localeCompare(b.slug, 'en');
}

/** The entry shown to a reader of a locale, and whether it is in another language because theirs is missing. */
export interface ResolvedEntry<E extends Entry = Entry> {
  entry: E;
  isFallback: boolean;
}

/** Returns the article's entry in a locale, or its source as a fallback. */
export function resolveEntry<E extends Entry>(article: Article<E>, locale: Locale): ResolvedEntry<E> {
  const own = article.entries.get(locale);
  if (own !== undefined) return { entry: own, isFallback: false };
  return { entry: sourceEntry(article), isFallback: true };
}

/** Returns the entry written first. */
export function sourceEntry<E extends Entry>(article: Article<E>): E {
  const source = article.entries.get(article.source);
  if (source === undefined) throw new Error(`Article ${article.slug} has no source entry`);
  return source;
}

/** Returns the `lang` attribute of an article's title or text, or `undefined` if it is in the language of the page. */
export function foreignLang({ entry, isFallback }: ResolvedEntry): string | undefined {
  return isFallback ? localeToLang(entry.locale) : undefined;
}

/** Returns the day an article was updated, or else published. */
export function lastChanged({ date, updated }: Pick<Article, 'date' | 'updated'>): CalendarDate | undefined {
  return updated ?? date;
}

/** Publication status of an article. Readers can see only published ones. */
export type PublicationStatus = 'draft' | 'scheduled' | 'published';

/** Returns the status of an article on a day; an article with a later date is scheduled. */
export function publicationStatus(
  { draft, date }: Pick<Article, 'draft' | 'date'>,
  today: CalendarDate,
): PublicationStatus {
  if (draft) return 'draft';
  return date !== undefined && date > today ? 'scheduled' : 'published';
}

/** The articles published just before and just after another. */
export interface Neighbors<A extends Article = Article> {
  newer: A | undefined;
  older: A | undefined;
}

/** Returns a function that finds an article's neighbors in a list, newest first; both are `undefined` if the list does not contain the article. */
export function createNeighbors<A extends Article>(
  articles: readonly A[],
): (article: Pick<Article, 'slug'>) => Neighbors<A> {
  const places = new Map(articles.map(({ slug }, place) => [slug, place]));
  return ({ slug }) => {
    const at = places.get(slug);
    if (at === undefined) return { newer: undefined, older: undefined };
    return { newer: articles[at - 1], older: articles[at + 1] };
  };
}
