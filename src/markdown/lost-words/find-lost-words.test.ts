import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLostWords, groupRuns, textOfRun } from './find-lost-words.ts';

const start = { line: 1, column: 1 };

function lost(written: readonly string[], shown: string): string[] {
  const words = findLostWords(
    written.map((text) => ({ text, start })),
    shown,
  );
  return groupRuns(words).map(textOfRun);
}

describe('The words that a page does not show', () => {
  test.each<[string, string[], string, string[]]>([
    ['none, however elements divide words', ['a b', 'c'], 'abc', []],
    ['none, if the page has more', ['a b'], 'Note: a 1 b ↩', []],
    ['one', ['하나 둘 셋'], '하나 셋', ['둘']],
    ['a run across passages', ['a bb', 'cc d'], 'a d', ['bb cc']],
    ['several runs', ['a, b; c d e'], 'b e', ['a', 'c d']],
    ['a word in another place', ['ab cd ef'], 'cd ef ab', ['ab']],
    ['with what is between them', ['a x-y b'], 'a b', ['x-y']],
    ['all', ['a b'], '', ['a b']],
  ])('are found: %s', (_, written, shown, expected) => {
    expect(lost(written, shown)).toEqual(expected);
  });

  test('are exactly those that are removed, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (kept) => {
        // Each word has a letter of its own, so that no other word can take its place.
        const words = kept.map((_, index) => String.fromCodePoint(0xac00 + index).repeat(3));
        const found = lost([words.join(' ')], words.filter((_, index) => kept[index]).join(' '));
        expect(found.flatMap((run) => run.split(' '))).toEqual(
          words.filter((_, index) => kept[index] !== true),
        );
      }),
    );
  });

  test('begin with the first one, if too many letters differ', () => {
    expect(lost([`a bc ${'d'.repeat(5000)}`], `a ${'e'.repeat(5000)}`)).toEqual(['bc']);
  });
});
