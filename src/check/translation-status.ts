import { count } from '../diagnostics/index.ts';
import type { Library, Text } from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { folderOf, type TranslationState } from '../model/index.ts';
import { findUnfinished } from './rules/unfinished.ts';

/** The status of an article’s translation into one language. */
export interface TranslationStatus {
  /** `articles/ps-vs-top` */
  folder: string;
  locale: Locale;
  state: TranslationState['type'] | 'missing';
  /** Numbers of blocks that have changed in the source since the translation was recorded. */
  changed: number;
  added: number;
  removed: number;
  /** Number of places marked as not yet translated or not yet reviewed. */
  unfinished: number;
}

/**
 * Lists the status of every article’s translation into every other language of the site, ordered by folder. Unreadable
 * translations are omitted: they have diagnostics of their own.
 */
export function listTranslationStatuses({ content, articles, texts }: Library): TranslationStatus[] {
  const unreadable = new Set(content.unreadable.map((place) => `${folderOf(place)}/${place.locale}`));
  const byId = new Map(texts.map((text) => [text.id, text]));
  return articles
    .flatMap((article) =>
      content.site.locales
        .filter((locale) => locale !== article.source && !unreadable.has(`${folderOf(article)}/${locale}`))
        .map((locale) => toStatus(folderOf(article), locale, byId.get(`${folderOf(article)}/${locale}`))),
    )
    .sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0));
}

function toStatus(folder: string, locale: Locale, text: Text | undefined): TranslationStatus {
  const changes = text?.translation?.type === 'outdated' ? text.translation.changes : [];
  const countOf = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return {
    folder,
    locale,
    state: text === undefined ? 'missing' : (text.translation?.type ?? 'unrecorded'),
    changed: countOf('changed'),
    added: countOf('added'),
    removed: countOf('removed'),
    unfinished: text === undefined ? 0 : findUnfinished(text).length,
  };
}

/** Up to this many translations are listed one by one; beyond it, only those that need work. */
const maxLines = 20;

/**
 * Formats translation statuses for the terminal: a line for each, then the number in each state. Returns an empty string if
 * there are no translations.
 *
 * @example
 * Translations
 *   outdated    en  articles/ps-vs-top  2 changed, 1 removed
 *   1 outdated, 4 current
 */
export function formatTranslationStatuses(statuses: readonly TranslationStatus[]): string {
  if (statuses.length === 0) return '';
  const isShort = statuses.length <= maxLines;
  const groups = states.map((state) => statuses.filter((each) => each.state === state));
  const lines = groups.flatMap((group) => {
    const isAlwaysListed = isShort || group[0]?.state === 'outdated';
    const unfinished = group.filter((each) => each.state !== 'current' && each.unfinished > 0);
    const listed =
      isAlwaysListed || (group[0]?.state !== 'current' && group.length <= maxLines) ? group : unfinished;
    return listed.map(formatLine);
  });
  const counts = groups.flatMap(([first, ...others]) =>
    first === undefined ? [] : [`${others.length + 1} ${first.state}`],
  );
  const isUnrecorded = statuses.some(({ state, unfinished }) => state === 'unrecorded' && unfinished === 0);
  return [
    'Translations',
    ...lines.map((line) => `  ${line}`),
    `  ${counts.join(', ')}`,
    ...(isUnrecorded
      ? [
          '  unrecorded: no baseline is recorded, so changes of the source can’t be detected. `npm run translate -- --all --done` records all texts as they are now.',
        ]
      : []),
  ].join('\n');
}

const states = ['outdated', 'unrecorded', 'missing', 'current'] as const;

function formatLine({ folder, locale, state, ...counts }: TranslationStatus): string {
  const details = (['changed', 'added', 'removed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [`${counts[kind]} ${kind}`],
  );
  if (counts.unfinished > 0) details.push(`${count(counts.unfinished, 'place')} to finish`);
  return [state.padEnd(10), locale, folder, ...(details.length === 0 ? [] : [details.join(', ')])].join('  ');
}
