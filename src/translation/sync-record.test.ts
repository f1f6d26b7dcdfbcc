import { expect, test } from 'vitest';
import { createSourceRecord, createTranslationRecord } from './index.ts';

const blocks = (digests: string) => Array.from(digests, (digest) => ({ digest }));

test('segments are in the order of the source; blocks without a source follow the segment before them in the translation', () => {
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
  expect(
    createTranslationRecord({ source, translation: { blocks: blocks('vwxyz') }, alignment, anchors }),
  ).toEqual({
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

test('the record of a source has anchors only', () => {
  const anchors = [{ id: 'why', digest: 'a' }];
  expect(createSourceRecord(anchors)).toEqual({ version: 1, segments: [], anchors });
});
