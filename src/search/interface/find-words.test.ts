import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, type TextRange } from './find-words.ts';

/** Returns the text of a range, with a bar at each node boundary. */
function cut(texts: readonly string[], { start, end }: TextRange): string {
  return texts
    .slice(start.text, end.text + 1)
    .map((text, nth, all) =>
      text.slice(nth === 0 ? start.offset : 0, nth === all.length - 1 ? end.offset : undefined),
    )
    .join('|');
}

function found(texts: readonly string[], ...words: readonly string[]): string[] {
  return findWords(texts, words).map((stretch) => cut(texts, stretch));
}

describe('Words are found in the text nodes of a block', () => {
  test.each<[string, string[], string[], string[]]>([
    ['wherever they occur', ['top과 ps, 또 top'], ['top'], ['top', 'top']],
    ['in any case', ['RTP and rtp'], ['rtp'], ['RTP', 'rtp']],
    ['조사가 붙어 있어도', ['덴마크에서 덴마크로'], ['덴마크'], ['덴마크', '덴마크']],
    ['across an emphasis', ['음성', '사서함', '이다'], ['음성사서함'], ['음성|사서함']],
    ['up to the end of a node', ['음성', '사서함'], ['음성'], ['음성']],
    ['the longest at a position', ['음성사서함'], ['음성', '음성사서함'], ['음성사서함']],
    ['not inside another Latin word', ['maps, steps, ps'], ['ps'], ['ps']],
    ['without the rest of the word', ['voicemails'], ['voicemail'], ['voicemail']],
    ['with special characters of regular expressions', ['a.*b (c)'], ['.*', '(c)'], ['.*', '(c)']],
    ['풀어 쓴 글에서도', ['덴마크에서'.normalize('NFD')], ['덴마크'], ['덴마크'.normalize('NFD')]],
    ['not if they are blank', ['top'], ['', ' '], []],
  ])('%s', (_, texts, words, stretches) => {
    expect(found(texts, ...words)).toEqual(stretches);
  });

  test('and every range contains one of them, however the nodes are split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[ab가나 ]{0,5}$/)),
        fc.stringMatching(/^[ab가나]{1,3}$/),
        (texts, word) => {
          for (const stretch of findWords(texts, [word]))
            expect(cut(texts, stretch).replaceAll('|', '').normalize('NFC')).toBe(word);
        },
      ),
    );
  });
});
