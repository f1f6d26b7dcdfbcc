import type { Article } from './article.ts';

/** The articles to either side of one. */
export interface Neighbours<A extends Article = Article> {
  newer: A | undefined;
  older: A | undefined;
}

/** The articles next to one in a list, newest first as {@link groupArticles} gives it; none where the list does not have it. */
export function neighboursOf<A extends Article>(
  { slug }: Pick<Article, 'slug'>,
  articles: readonly A[],
): Neighbours<A> {
  const at = articles.findIndex((each) => each.slug === slug);
  if (at === -1) return { newer: undefined, older: undefined };
  return { newer: articles[at - 1], older: articles[at + 1] };
}
