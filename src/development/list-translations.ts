import type { StoredArticle, StoredEntry } from '../loader/index.ts';
import type { Locale } from '../locale/index.ts';
import { sourceEntry, type RevisionKind } from '../model/index.ts';

/** An article, and what there is of it in each language of the site. */
export interface TranslationRow {
  article: StoredArticle;
  cells: readonly TranslationCell[];
}

/** What there is of an article in a language. */
export interface TranslationCell {
  locale: Locale;
  state: TranslationCellState;
  /** Of an outdated translation, what befell its source, passage by passage. */
  changes: readonly ListedChange[];
  /** What an author does next; nothing for what is in order. */
  command: string | undefined;
}

/** The states in which a language of an article can be, as they are counted. */
export const translationStates = ['source', 'current', 'outdated', 'unrecorded', 'missing'] as const;
type TranslationCellState = (typeof translationStates)[number];

/** What befell a passage, and where it stands: in the source, or in the translation what the source has no more. */
export interface ListedChange {
  kind: RevisionKind;
  /** `content/articles/boiling/ko.md:12`; without a line where the passage is nowhere. */
  place: string;
}

/** Every article in every language of a site. */
export function listTranslations(
  articles: readonly StoredArticle[],
  locales: readonly Locale[],
): TranslationRow[] {
  return articles.map((article) => ({
    article,
    cells: locales.map((locale) => toCell(article, locale)),
  }));
}

/** How many cells are in each state. */
export function countStates(rows: readonly TranslationRow[]): Record<TranslationCellState, number> {
  const counts = { source: 0, current: 0, outdated: 0, unrecorded: 0, missing: 0 };
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
  return entry.locale === source ? 'source' : (entry.translation?.type ?? 'unrecorded');
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

/** A translation without a record is taken for what it is now; all else is begun, or brought up to date. */
function commandFor(
  { kind, slug }: StoredArticle,
  locale: Locale,
  state: TranslationCellState,
): string | undefined {
  if (kind !== 'article' || state === 'source' || state === 'current') return undefined;
  return `npm run translate -- ${slug} --to ${locale}${state === 'unrecorded' ? ' --done' : ''}`;
}
