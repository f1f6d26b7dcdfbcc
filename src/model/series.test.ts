import { describe, expect, test } from 'vitest';
import { entry } from '../testing/builders.ts';
import { groupArticles } from './article.ts';
import { groupBySeries, seriesSchema } from './series.ts';

describe('A series', () => {
  test('has its articles in order of their dates, oldest first', () => {
    const entries = [
      entry({ slug: 'b', date: '2026-02-01', series: 'kettle' }),
      entry({ slug: 'c', date: '2026-01-01', series: 'other' }),
      entry({ slug: 'a', date: '2026-01-15', series: 'kettle' }),
      entry({ slug: 'd', date: '2026-03-01' }),
    ];
    const groups = groupBySeries(groupArticles(entries, ['ko', 'en']));
    expect([...groups].map(([id, articles]) => [id, articles.map(({ slug }) => slug)])).toEqual([
      ['other', ['c']],
      ['kettle', ['a', 'b']],
    ]);
  });

  test.each([
    ['needs a title', { kettle: { description: { ko: '글' } } }],
    ['has no other keys', { kettle: { title: { ko: '글' }, order: 1 } }],
    ['has an id without capitals', { Kettle: { title: { ko: '글' } } }],
  ])('%s', (_, data) => {
    expect(seriesSchema.safeParse(data).success).toBe(false);
  });
});
