import { z } from 'zod';
import type { Article } from './article.ts';
import { localizedText } from './site.ts';
import { slugPattern } from './slug.ts';

/** Schema of `content/series.yaml`: series of articles by id. */
export const seriesSchema = z.record(
  z.string().regex(slugPattern, 'Unexpected series id, expected lowercase words joined by hyphens'),
  z.strictObject({
    title: localizedText.describe('The title of the series, per language.'),
    description: localizedText.describe('What the series is about, per language.').optional(),
  }),
);

/** The series of a site by id. */
export type SeriesList = z.infer<typeof seriesSchema>;
export type Series = SeriesList[string];

/** Returns the articles of each series, in the order in which they are read: oldest first. */
export function groupBySeries<A extends Article>(articles: readonly A[]): Map<string, A[]> {
  const inOrder = articles.toReversed().filter(({ series }) => series !== undefined);
  return Map.groupBy(inOrder, ({ series = '' }) => series);
}
