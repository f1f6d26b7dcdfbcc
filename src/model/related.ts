import type { Article } from './article.ts';
import type { Entry } from './entry.ts';

/** An article whose entries list the slugs of the articles they link to. */
export type LinkingArticle = Article<Entry & { linksTo: readonly string[] }>;

/**
 * Finds the articles most closely related to another, closest first; ties keep the order given.
 *
 * A link counts 1 in each direction. A shared topic counts 1 divided by the number of articles on it, so at most ½: a rare topic
 * says more than a common one. Articles with no link and no shared topic are left out.
 *
 * @param articles all published articles, including this one, newest first
 * @param limit maximum number of articles to return
 */
export function relatedArticles<A extends LinkingArticle>(
  article: LinkingArticle,
  articles: readonly A[],
  limit: number,
): A[] {
  const sizes = countByTopic(articles);
  return articles
    .filter(({ slug }) => slug !== article.slug)
    .map((other) => ({ other, closeness: closeness(article, other, sizes) }))
    .filter((each) => each.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, limit)
    .map(({ other }) => other);
}

function countByTopic(articles: readonly Article[]): Map<string, number> {
  const named = articles.flatMap(({ topics }) => topics);
  return new Map([...Map.groupBy(named, (topic) => topic)].map(([topic, all]) => [topic, all.length]));
}

function closeness(a: LinkingArticle, b: LinkingArticle, sizes: ReadonlyMap<string, number>): number {
  const byTopics = a.topics
    .filter((topic) => b.topics.includes(topic))
    .reduce((sum, topic) => sum + 1 / (sizes.get(topic) ?? 1), 0);
  return Number(linksTo(a, b)) + Number(linksTo(b, a)) + byTopics;
}

/** Returns whether any language of an article links to another article. */
function linksTo({ entries }: LinkingArticle, { slug }: Pick<Article, 'slug'>): boolean {
  return [...entries.values()].some((entry) => entry.linksTo.includes(slug));
}
