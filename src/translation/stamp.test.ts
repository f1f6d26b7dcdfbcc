import { expect, test } from 'vitest';
import { stampSource, stampTranslation } from './index.ts';

const blocks = (digests: string) => Array.from(digests, (digest) => ({ digest }));

test('a record follows the source, and what only the translation has stands after what it follows there', () => {
  const alignment = {
    segments: [
      { source: [], target: [0], isMoved: false },
      { source: [0, 1], target: [1], isMoved: false },
      { source: [3], target: [4], isMoved: false },
      { source: [4], target: [], isMoved: false },
      { source: [], target: [2], isMoved: false },
      { source: [2], target: [3], isMoved: true },
    ],
  };
  const anchors = [{ id: 'why', digest: 'a' }];
  const source = { locale: 'ko', blocks: blocks('abcde') };
  expect(stampTranslation({ source, translation: { blocks: blocks('vwxyz') }, alignment, anchors })).toEqual({
    version: 1,
    from: 'ko',
    segments: [
      { source: [], renders: ['v'] },
      { source: ['a', 'b'], renders: ['w'] },
      { source: [], renders: ['x'] },
      { source: ['c'], renders: ['y'] },
      { source: ['d'], renders: ['z'] },
      { source: ['e'], renders: [] },
    ],
    anchors,
  });
});

test('a text written first has a record of its anchors alone', () => {
  const anchors = [{ id: 'why', digest: 'a' }];
  expect(stampSource(anchors)).toEqual({ version: 1, segments: [], anchors });
});
