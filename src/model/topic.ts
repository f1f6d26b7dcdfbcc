import { z } from 'zod';
import type { Article } from './article.ts';
import { localizedText } from './site.ts';
import { slugPattern } from './slug.ts';

/** Schema of `content/topics.yaml`: topics by id. The id is part of the topic's address. */
export const topicsSchema = z.record(
  z.string().regex(slugPattern, 'Unexpected topic id, expected lowercase words joined by hyphens'),
  z.strictObject({
    label: localizedText.describe('The name of the topic, per language.'),
    description: localizedText.describe('What its articles are about, per language.'),
  }),
);

/** The topics of a site by id. */
export type Topics = z.infer<typeof topicsSchema>;
export type Topic = Topics[string] & { id: string };

/** A topic and its articles. */
export interface TopicGroup<A extends Article = Article> {
  topic: Topic;
  articles: readonly A[];
}

/** Groups articles by topic: every topic in the order of `topics.yaml`, its articles in the order given. */
export function groupByTopic<A extends Article>(topics: Topics, articles: readonly A[]): TopicGroup<A>[] {
  return Object.entries(topics).map(([id, topic]) => ({
    topic: { id, ...topic },
    articles: articles.filter((article) => article.topics.includes(id)),
  }));
}
