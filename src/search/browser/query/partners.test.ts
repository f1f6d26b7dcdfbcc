import { expect, test } from 'vitest';
import { createIndexReader } from '../index/reader.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import type { Alternative } from './alternative.ts';
import { findPartners } from './partners.ts';

const reader = createIndexReader(createSmallIndex({ texts: [], meanings: [['대기', 'waiting']] }));

const typed: Alternative = { from: 1, to: 2, terms: ['waiting'], quality: 1, by: 'form' };

test('A word that a text has as typed is also read as its partner, with less confidence', async () => {
  const [partner, ...more] = await findPartners([{ alternative: typed, texts: new Map() }], reader);
  expect(partner).toMatchObject({ from: 1, to: 2, terms: ['대기'], by: 'meaning' });
  expect(partner?.quality).toBeLessThan(0.85);
  expect(more).toEqual([]);
});

test.each([
  ['a corrected typo', { ...typed, quality: 0.62, by: 'spelling' }],
  ['several terms', { ...typed, terms: ['waiting', 'list'] }],
  ['a word without a partner', { ...typed, terms: ['wait'] }],
] as const)('%s has none', async (_what, alternative) => {
  expect(await findPartners([{ alternative, texts: new Map() }], reader)).toEqual([]);
});
