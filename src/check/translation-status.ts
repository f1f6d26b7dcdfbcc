import { count } from '../diagnostics/index.ts';
import { isPublic, type Library, type Text } from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { folderOf, type TranslationState } from '../model/index.ts';
import { findUnfinished } from './rules/unfinished.ts';

/** The status of an article’s translation into one language. */
export interface TranslationStatus {
  /** `articles/ps-vs-top` */
  folder: string;
  locale: Locale;
  /** `unfinished` and `draft` are not public: readers get the source. */
  state: TranslationState['type'] | 'missing' | 'unfinished' | 'draft';
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
    state: stateOf(text),
    changed: countOf('changed'),
    added: countOf('added'),
    removed: countOf('removed'),
    unfinished: text === undefined ? 0 : findUnfinished(text).length,
  };
}

function stateOf(text: Text | undefined): TranslationStatus['state'] {
  if (text === undefined) return 'missing';
  if (isPublic(text)) return text.translation?.type ?? 'unrecorded';
  const { role } = text.file.entry;
  return role.type === 'translation' && role.draft ? 'draft' : 'unfinished';
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
    const state = group[0]?.state;
    const isListed = isShort || isToDo(state) || (state !== 'current' && group.length <= maxLines);
    return isListed ? group.map(formatLine) : [];
  });
  const counts = groups.flatMap(([first, ...others]) =>
    first === undefined ? [] : [`${others.length + 1} ${first.state}`],
  );
  const explained = (['unfinished', 'unrecorded'] as const).filter((state) =>
    statuses.some((each) => each.state === state),
  );
  return [
    'Translations',
    ...lines.map((line) => `  ${line}`),
    `  ${counts.join(', ')}`,
    ...explained.map((state) => `  ${state}: ${explanations[state]}`),
  ].join('\n');
}

const states = ['unfinished', 'draft', 'outdated', 'unrecorded', 'missing', 'current'] as const;

/** Returns whether an author has begun something that readers don’t see yet or see outdated. */
function isToDo(state: TranslationStatus['state'] | undefined): boolean {
  return state === 'unfinished' || state === 'draft' || state === 'outdated';
}

const explanations = {
  unfinished: 'not published. Readers get the source until everything marked `translate:` is translated.',
  unrecorded:
    'no baseline is recorded, so changes of the source can’t be detected. `npm run translate -- --all --done` records all texts as they are now.',
};

function formatLine({ folder, locale, state, ...counts }: TranslationStatus): string {
  const details = (['changed', 'added', 'removed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [`${counts[kind]} ${kind}`],
  );
  if (counts.unfinished > 0) details.push(`${count(counts.unfinished, 'place')} to finish`);
  else if (state === 'unfinished') details.push('empty');
  return [state.padEnd(10), locale, folder, ...(details.length === 0 ? [] : [details.join(', ')])].join('  ');
}
