import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit } from './edits.ts';

describe('Edits', () => {
  test.each<[string, Edit[], string]>([
    ['none', [], '가나다라'],
    ['a replacement', [{ start: 1, end: 2, text: 'xyz' }], '가xyz다라'],
    ['a deletion', [{ start: 1, end: 3, text: '' }], '가라'],
    ['an insertion', [{ start: 4, end: 4, text: '!' }], '가나다라!'],
    [
      'edits given out of order',
      [
        { start: 3, end: 4, text: 'B' },
        { start: 0, end: 1, text: 'A' },
      ],
      'A나다B',
    ],
    [
      'two insertions at one place, in the given order',
      [
        { start: 1, end: 1, text: 'A' },
        { start: 1, end: 1, text: 'B' },
      ],
      '가AB나다라',
    ],
    [
      'the first of two that overlap',
      [
        { start: 0, end: 3, text: 'A' },
        { start: 2, end: 4, text: 'B' },
      ],
      'A라',
    ],
  ])('%s', (_, edits, text) => {
    expect(applyEdits('가나다라', edits).text).toBe(text);
  });

  test('map unedited text back to its original offset', () => {
    const edit = fc.record({ start: fc.nat(40), length: fc.nat(5), text: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (drawn) => {
        // Every letter occurs once, so that each can be found again.
        const before = Array.from({ length: 46 }, (_, index) => String.fromCodePoint(0xac00 + index)).join(
          '',
        );
        const edits = drawn.map(({ start, length, text }) => ({ start, end: start + length, text }));
        const { text, toOriginal } = applyEdits(before, edits);
        for (const [offset, letter] of text.split('').entries())
          if (before.includes(letter)) expect(before[toOriginal(offset)]).toBe(letter);
      }),
    );
  });

  test('map inserted text to the place of insertion', () => {
    const { text, toOriginal } = applyEdits('가나다라', [{ start: 1, end: 2, text: 'xyz' }]);
    expect(Array.from(text, (_, offset) => toOriginal(offset))).toEqual([0, 1, 1, 1, 2, 3]);
  });
});
