import type { Article } from './article.ts';
import type { Entry } from './entry.ts';

/** An article whose texts say which others they link to. */
export type LinkingArticle = Article<Entry & { linksTo: readonly string[] }>;

/**
 * The articles that have most to do with one, closest first and of equally close ones in the order given; never itself,
 * and none that shares nothing with it.
 *
 * A link counts 1 in each direction, as its author meant this very article; a topic that both are on counts 1 divided by
 * the number of articles on it, so at most ½: the fewer are on it, the more it says that these two are.
 *
 * @param articles all that readers may see, this one among them, newest first
 * @param most how many to give
 */
export function relatedArticles<A extends LinkingArticle>(
  article: LinkingArticle,
  articles: readonly A[],
  most: number,
): A[] {
  const sizes = countByTopic(articles);
  return articles
    .filter(({ slug }) => slug !== article.slug)
    .map((other) => ({ other, closeness: closeness(article, other, sizes) }))
    .filter((each) => each.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, most)
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

/** Whether an article links to another, in any of its languages. */
function linksTo({ entries }: LinkingArticle, { slug }: Pick<Article, 'slug'>): boolean {
  return [...entries.values()].some((entry) => entry.linksTo.includes(slug));
}
