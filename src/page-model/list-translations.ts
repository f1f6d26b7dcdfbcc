import type { Locale } from '../locale/index.ts';
import { sourceEntry, type RevisionKind } from '../model/index.ts';
import type { StoredArticle, StoredEntry } from '../texts/index.ts';

/** An article with its translation status in each language of the site. */
export interface TranslationRow {
  article: StoredArticle;
  cells: readonly TranslationCell[];
}

/** The status of an article in one language. */
export interface TranslationCell {
  locale: Locale;
  state: TranslationCellState;
  /** Changes of the source that an outdated translation lacks; otherwise empty. */
  changes: readonly ListedChange[];
  /** The command an author runs next; undefined if there is nothing to do. */
  command: string | undefined;
}

/** Every status, in the order in which the page counts them. */
export const translationStates = [
  'source',
  'current',
  'outdated',
  'unfinished',
  'unrecorded',
  'missing',
] as const;
type TranslationCellState = (typeof translationStates)[number];

/** A changed passage. Its place is in the source, or in the translation if the source no longer has it. */
interface ListedChange {
  kind: RevisionKind;
  /** Place of the passage: `content/articles/boiling/ko.md:12`; without a line if neither text has it. */
  place: string;
}

/** Returns the status of every article in every language of a site. */
export function listTranslations(
  articles: readonly StoredArticle[],
  locales: readonly Locale[],
): TranslationRow[] {
  return articles.map((article) => ({
    article,
    cells: locales.map((locale) => toCell(article, locale)),
  }));
}

/** Counts the cells with each status. */
export function countStates(rows: readonly TranslationRow[]): Record<TranslationCellState, number> {
  const counts = { source: 0, current: 0, outdated: 0, unfinished: 0, unrecorded: 0, missing: 0 };
  for (const { cells } of rows) for (const { state } of cells) counts[state] += 1;
  return counts;
}

function toCell(article: StoredArticle, locale: Locale): TranslationCell {
  const entry = article.entries.get(locale);
  const state = stateOf(article, entry);
  const changes = entry === undefined ? [] : listChanges(entry, sourceEntry(article));
  return { locale, state, changes, command: commandFor(article, locale, state) };
}

function stateOf({ source }: StoredArticle, entry: StoredEntry | undefined): TranslationCellState {
  if (entry === undefined) return 'missing';
  if (entry.locale === source) return 'source';
  return entry.isPublic ? (entry.translation?.type ?? 'unrecorded') : 'unfinished';
}

function listChanges(entry: StoredEntry, source: StoredEntry): ListedChange[] {
  if (entry.translation?.type !== 'outdated') return [];
  return entry.translation.changes.map(({ kind, source: block, renders }) => ({
    kind,
    place: block === undefined ? placeOf(entry, renders[0]) : placeOf(source, block),
  }));
}

function placeOf({ file, blockLines }: StoredEntry, block: number | undefined): string {
  const line = block === undefined ? undefined : blockLines[block];
  return line === undefined ? file : `${file}:${line}`;
}

/** A translation without a recorded baseline is marked as current with `--done`; otherwise the command starts or updates it. */
function commandFor(
  { kind, slug }: StoredArticle,
  locale: Locale,
  state: TranslationCellState,
): string | undefined {
  if (kind !== 'article' || state === 'source' || state === 'current') return undefined;
  return `npm run translate -- ${slug} --to ${locale}${state === 'unrecorded' ? ' --done' : ''}`;
}
