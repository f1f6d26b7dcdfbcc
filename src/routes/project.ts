import type { CalendarDate, Locale } from '../locale/index.ts';
import { publicationStatus, type Article, type Entry } from '../model/index.ts';
import type { StoredArticle, StoredEntry } from '../texts/index.ts';
import type { ListedArticle, ListedEntry, PairedEntry, ShownEntry } from '../page-model/index.ts';

// The model of a page holds only what it shows, so that a change of anything else leaves the page as it is.

/** Returns what a link to an article shows: its titles. */
export function toLinked(article: StoredArticle): Article {
  return withEntries(article, toEntry);
}

/** Returns what lists show of an article. */
export function toListed(article: StoredArticle, today: CalendarDate): ListedArticle {
  const listed = withEntries(article, (entry): ListedEntry => {
    const { isPublic, minutes, sign } = entry;
    return { ...toEntry(entry), isPublic, minutes, sign };
  });
  return { ...listed, state: publicationStatus(article, today) };
}

/** Returns what the page of a text shows of it. */
export function toShown(entry: StoredEntry): ShownEntry {
  const { content, file, isExcerpt, isPublic, minutes, needs, outline, problems, revisions, sign } = entry;
  return {
    ...toEntry(entry),
    content,
    file,
    isExcerpt,
    isPublic,
    minutes,
    needs,
    outline,
    problems,
    revisions,
    sign,
  };
}

/** Returns what a side-by-side page shows of a text. */
export function toPaired(entry: StoredEntry): PairedEntry {
  const { alignedWith, blockPaths, content, isExcerpt, needs, outline } = entry;
  return { ...toEntry(entry), alignedWith, blockPaths, content, isExcerpt, needs, outline };
}

function toEntry({ kind, slug, locale, role, title, description }: StoredEntry): Entry {
  return { kind, slug, locale, role: withoutHidden(role), title, description };
}

/** Drops the facts of an article that no list shows. */
function withoutHidden<T extends object>(facts: T): T {
  const hidden = { aliases: undefined, series: undefined };
  return 'draft' in facts ? { ...facts, ...hidden } : facts;
}

function withEntries<E extends Entry>(
  article: StoredArticle,
  project: (entry: StoredEntry) => E,
): Article<E> {
  const entries = [...article.entries].map(([locale, entry]): [Locale, E] => [locale, project(entry)]);
  return { ...withoutHidden(article), entries: new Map(entries) };
}
