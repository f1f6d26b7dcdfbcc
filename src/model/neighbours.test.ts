import { expect, test } from 'vitest';
import { entry } from '../testing/builders.ts';
import { groupArticles } from './article.ts';
import { neighboursOf } from './neighbours.ts';

const articles = groupArticles(
  ['2026-01-01', '2026-01-02', '2026-01-03'].map((date) => entry({ slug: `of-${date}`, date })),
  ['ko'],
);

test.each([
  ['of-2026-01-03', undefined, 'of-2026-01-02'],
  ['of-2026-01-02', 'of-2026-01-03', 'of-2026-01-01'],
  ['of-2026-01-01', 'of-2026-01-02', undefined],
  ['not-in-the-list', undefined, undefined],
])('beside %s stand the newer %s and the older %s', (slug, newer, older) => {
  const neighbours = neighboursOf({ slug }, articles);
  expect(neighbours.newer?.slug).toBe(newer);
  expect(neighbours.older?.slug).toBe(older);
});

test('whoever goes to the older article finds the way back as the newer one', () => {
  for (const article of articles) {
    const { older } = neighboursOf(article, articles);
    if (older !== undefined) expect(neighboursOf(older, articles).newer).toBe(article);
  }
});
