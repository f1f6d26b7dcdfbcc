import { expect, test } from 'vitest';
import { publicationOf, type Publication } from './publication.ts';

test.each<[string, boolean, string | undefined, Publication]>([
  ['a draft', true, '2026-11-01', 'draft'],
  ['a draft whose day is to come', true, '2026-12-01', 'draft'],
  ['an article of yesterday', false, '2026-11-21', 'published'],
  ['an article of today', false, '2026-11-22', 'published'],
  ['an article of tomorrow', false, '2026-11-23', 'scheduled'],
  ['a single page, which has no day,', false, undefined, 'published'],
])('%s (draft: %s, date: %s) is %s on 2026-11-22', (_, draft, date, publication) => {
  expect(publicationOf({ draft, date }, '2026-11-22')).toBe(publication);
});
