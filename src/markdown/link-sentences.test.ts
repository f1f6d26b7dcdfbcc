import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { surveyMarkdown } from './survey.ts';

/** Returns the sentences of the links in a text, with the words of each link in braces. */
function sentencesIn(markdown: string): (string | undefined)[] {
  return surveyMarkdown(parseMarkdown(markdown)).links.map(
    ({ sentence }) => sentence && `${sentence.before}{${sentence.words}}${sentence.after}`,
  );
}

describe('The sentence of a link', () => {
  test.each([
    ['앞이다. 값은 [글](../a/ko.md)에 있다. 뒤다.', '값은 {글}에 있다.'],
    ['See [the text](../a/). Then go on.', 'See {the text}.'],
    ['**굵게** `코드`와 [*글*](../a/)과 $x$\n다음 줄[^1].\n\n[^1]: 각주', '굵게 코드와 {글}과 x 다음 줄.'],
    ['[글 하나. 둘](../a/)이다. 셋.', '{글 하나. 둘}이다.'],
    ['- 항목 [글](../a/)', '항목 {글}'],
    ['| 칸 [글](../a/) | 다른 칸 |\n| - | - |', '칸 {글}'],
    ['## 제목 [글](../a/)', '제목 {글}'],
    ['글 [[a]]와 [[b|말]].', '글 {[[a]]}와 말.'],
    ['> [글][r]을 본다.\n\n[r]: ../a/', '{글}을 본다.'],
    ['[![그림](p.png)](../a/) 글', '{} 글'],
    ['<b>글</b> [글](/ko/articles/a/)', '글 {글}'],
  ])('in %j is %j', (markdown, sentence) => {
    expect(sentencesIn(markdown)[0]).toBe(sentence);
  });

  test('is unknown for links that lead to no other text', () => {
    expect(sentencesIn('[a](https://e.org) [b](#c) <mailto:a@e.org> [d](//e.org)')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is shortened between words on both sides, and never within a character', () => {
    const [words] = sentencesIn(`${'낱말 '.repeat(60)}[글](../a/) ${'낱말 '.repeat(60)}`);
    expect(words).toMatch(/^…(?:낱말 )+\{글\}(?: 낱말)+…$/);
    expect(words?.length).toBeLessThan(220);
    const [emoji] = sentencesIn(`x${'🎉'.repeat(150)}[글](../a/)${'🎉'.repeat(150)}x`);
    expect(emoji?.isWellFormed()).toBe(true);
  });
});
