import type { Article } from './article.ts';
import type { Entry } from './entry.ts';

/** An article whose entries list the slugs of the articles they link to. */
export type LinkingArticle = Article<Entry & { linksTo: readonly string[] }>;

/**
 * Returns a function that finds the articles most closely related to another, closest first; ties keep the order given.
 *
 * A link counts 1 in each direction. A shared topic counts 1 divided by the number of articles on it, so at most ½: a rare topic
 * says more than a common one. Articles with no link and no shared topic are left out.
 *
 * Articles on the same topics differ only by links. So beside the linked ones, only the first articles of each combination of topics
 * are compared, however many the site has.
 *
 * @param articles all published articles, newest first
 */
export function createRelated<A extends LinkingArticle>(
  articles: readonly A[],
): (article: A, limit: number) => A[] {
  const sizes = countByTopic(articles);
  const places = new Map(articles.map(({ slug }, place) => [slug, place]));
  const linking = groupByTarget(articles);
  const combinations = [...Map.groupBy(articles, ({ topics }) => JSON.stringify(topics.toSorted())).values()];
  const placeOf = ({ slug }: A): number => places.get(slug) ?? articles.length;
  return (article, limit) => {
    const candidates = new Set([
      ...linkedFrom(article).flatMap((slug) => articles[places.get(slug) ?? -1] ?? []),
      ...(linking.get(article.slug) ?? []),
      // One more than the limit, as the article itself may be among them.
      ...combinations.flatMap((each) => (sharesTopic(each[0], article) ? each.slice(0, limit + 1) : [])),
    ]);
    return [...candidates]
      .filter(({ slug }) => slug !== article.slug)
      .map((other) => ({ other, closeness: closeness(article, other, sizes) }))
      .sort((a, b) => b.closeness - a.closeness || placeOf(a.other) - placeOf(b.other))
      .slice(0, limit)
      .map(({ other }) => other);
  };
}

function countByTopic(articles: readonly Article[]): Map<string, number> {
  const named = articles.flatMap(({ topics }) => topics);
  return new Map([...Map.groupBy(named, (topic) => topic)].map(([topic, all]) => [topic, all.length]));
}

/** Groups articles by the slugs that they link to, in any language. */
export function groupByTarget<A extends LinkingArticle>(articles: readonly A[]): Map<string, A[]> {
  const byTarget = new Map<string, A[]>();
  for (const article of articles) {
    for (const slug of linkedFrom(article)) {
      const others = byTarget.get(slug);
      if (others === undefined) byTarget.set(slug, [article]);
      else others.push(article);
    }
  }
  return byTarget;
}

/** Returns the slugs that any language of an article links to. */
function linkedFrom({ entries }: LinkingArticle): string[] {
  return [...new Set([...entries.values()].flatMap(({ linksTo }) => linksTo))];
}

function sharesTopic(one: Article | undefined, other: Article): boolean {
  return one?.topics.some((topic) => other.topics.includes(topic)) === true;
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
