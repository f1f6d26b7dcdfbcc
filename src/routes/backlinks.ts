import type { Locale } from '../locale/index.ts';
import { groupByTarget, type Article } from '../model/index.ts';
import type { Backlinks } from '../page-model/index.ts';
import type { StoredArticle } from '../texts/index.ts';

/** Number of backlinks that a page shows with their sentences. */
const quotedCount = 10;

/** Returns a function that lists the backlinks of an article for the readers of a language. */
export function createBacklinks(
  articles: readonly StoredArticle[],
  link: (article: StoredArticle) => Article,
): (article: StoredArticle, locale: Locale) => Backlinks {
  const linking = groupByTarget(articles);
  return ({ slug }, locale) => {
    const all = linking.get(slug) ?? [];
    return {
      newest: all
        .slice(0, quotedCount)
        .map((other) => ({ article: link(other), sentence: findSentence(other, slug, locale) })),
      others: all.slice(quotedCount).map(link),
    };
  };
}

/** Finds the sentence in which an article links to another: in the reader’s language, or else in that of its source, or else in any. */
function findSentence(
  { entries, source }: StoredArticle,
  slug: string,
  locale: Locale,
): Backlinks['newest'][number]['sentence'] {
  for (const each of [locale, source, ...entries.keys()]) {
    const mentions = entries.get(each)?.mentions ?? {};
    const sentence = Object.hasOwn(mentions, slug) ? mentions[slug] : undefined;
    if (sentence !== undefined) return { ...sentence, locale: each };
  }
  return undefined;
}
