import { count } from '../diagnostics/index.ts';
import type { Library, Text } from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { folderOf, type TranslationState } from '../model/index.ts';
import { findUnfinished } from './rules/unfinished.ts';

/** How an article stands in a language that it was not written in first. */
export interface ReviewedTranslation {
  /** `articles/ps-vs-top` */
  folder: string;
  locale: Locale;
  state: TranslationState['type'] | 'missing';
  /** What of the source has changed since, and how much is marked as left to do. */
  changed: number;
  added: number;
  removed: number;
  unfinished: number;
}

/** How every article stands in every other language of the site, in the order of folders. What can't be read is told elsewhere. */
export function reviewTranslations({ content, articles, texts }: Library): ReviewedTranslation[] {
  const unreadable = new Set(content.unreadable.map((place) => `${folderOf(place)}/${place.locale}`));
  const byId = new Map(texts.map((text) => [text.id, text]));
  return articles
    .flatMap((article) =>
      content.site.locales
        .filter((locale) => locale !== article.source && !unreadable.has(`${folderOf(article)}/${locale}`))
        .map((locale) => review(folderOf(article), locale, byId.get(`${folderOf(article)}/${locale}`))),
    )
    .sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0));
}

function review(folder: string, locale: Locale, text: Text | undefined): ReviewedTranslation {
  const changes = text?.translation?.type === 'outdated' ? text.translation.changes : [];
  const kinds = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return {
    folder,
    locale,
    state: text === undefined ? 'missing' : (text.translation?.type ?? 'unrecorded'),
    changed: kinds('changed'),
    added: kinds('added'),
    removed: kinds('removed'),
    unfinished: text === undefined ? 0 : findUnfinished(text).length,
  };
}

/** So many are told one by one, current ones too; of more, only what is to be done. */
const fewLines = 20;

/**
 * How translations stand, for people in a terminal: a line each, then how many there are of each state. Nothing where there are none.
 *
 * @example
 * Translations
 *   outdated    en  articles/ps-vs-top  2 changed, 1 removed
 *   1 outdated, 4 current
 */
export function formatTranslations(reviewed: readonly ReviewedTranslation[]): string {
  if (reviewed.length === 0) return '';
  const isShort = reviewed.length <= fewLines;
  const groups = states.map((state) => reviewed.filter((each) => each.state === state));
  const lines = groups.flatMap((group) => {
    const isTold = isShort || group[0]?.state === 'outdated';
    const rest = group.filter(({ state, unfinished }) => state !== 'current' && unfinished > 0);
    const told = isTold || (group[0]?.state !== 'current' && group.length <= fewLines) ? group : rest;
    return told.map(formatLine);
  });
  const counts = groups.flatMap(([first, ...others]) =>
    first === undefined ? [] : [`${others.length + 1} ${first.state}`],
  );
  const isUnrecorded = reviewed.some(({ state, unfinished }) => state === 'unrecorded' && unfinished === 0);
  return [
    'Translations',
    ...lines.map((line) => `  ${line}`),
    `  ${counts.join(', ')}`,
    ...(isUnrecorded
      ? [
          '  Of what is unrecorded, changes can’t be told; `npm run translate -- --all --done` takes texts as they are.',
        ]
      : []),
  ].join('\n');
}

const states = ['outdated', 'unrecorded', 'missing', 'current'] as const;

function formatLine({ folder, locale, state, ...counts }: ReviewedTranslation): string {
  const details = (['changed', 'added', 'removed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [`${counts[kind]} ${kind}`],
  );
  if (counts.unfinished > 0) details.push(`${count(counts.unfinished, 'place')} left to do`);
  return [state.padEnd(10), locale, folder, ...(details.length === 0 ? [] : [details.join(', ')])].join('  ');
}
