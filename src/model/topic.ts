import { z } from 'zod';
import type { Article } from './article.ts';
import { localizedText } from './site.ts';
import { slugPattern } from './slug.ts';

/** `content/topics.yaml`: what articles can be about, by an id that stands in addresses. */
export const topicsSchema = z.record(
  z.string().regex(slugPattern, {
    error: ({ input }) =>
      `Unexpected topic id \`${String(input)}\`, expected lowercase words joined by hyphens`,
  }),
  z.strictObject({ label: localizedText, description: localizedText }),
);

/** What an article can be about. */
export type Topics = z.infer<typeof topicsSchema>;
export type Topic = Topics[string] & { id: string };

/** A topic and the articles about it. */
export interface TopicGroup<A extends Article = Article> {
  topic: Topic;
  articles: readonly A[];
}

/** Every topic in the order of `topics.yaml`, each with its articles in the order given. */
export function groupByTopic<A extends Article>(topics: Topics, articles: readonly A[]): TopicGroup<A>[] {
  return Object.entries(topics).map(([id, topic]) => ({
    topic: { id, ...topic },
    articles: articles.filter((article) => article.topics.includes(id)),
  }));
}
