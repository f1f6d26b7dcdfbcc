import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { checkComments } from './comments.ts';

async function report(ko: string, en: string): Promise<string[]> {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText(ko),
    'articles/a/en.md': translatedText(en),
  });
  return headlines(checkComments(library)).map((line) => line.replace('content/articles/a/', ''));
}

describe('잘못된 주석을 위치와 함께 알린다', () => {
  test.each<[string, string, string, string[]]>([
    [
      '사이트에 없는 언어',
      '<!-- only: kr -->\n가',
      'A',
      ['ko.md:7:1: warning: Unknown language `kr` after `only:`: did you mean `ko`?  comment/wrong-locale'],
    ],
    [
      '제 언어가 아닌 언어',
      '- <!-- only: en -->\n  가',
      'A',
      ['ko.md:7:3: warning: `only: en` can’t be used in ko.md  comment/wrong-locale'],
    ],
    [
      '한 언어에만 있는 이름',
      '<!-- pair: lode -->\n가',
      '<!-- pair: load -->\nA',
      [
        'en.md:7:1: warning: No other language has the pair name `load`: did you mean `lode`?  comment/pair-alone',
        'ko.md:7:1: warning: No other language has the pair name `lode`: did you mean `load`?  comment/pair-alone',
      ],
    ],
    [
      '다른 언어에 이름이 하나도 없을 때',
      '<!-- pair: load -->\n가',
      'A',
      ['ko.md:7:1: warning: No other language has the pair name `load`  comment/pair-alone'],
    ],
    [
      '두 번 쓴 이름',
      '<!-- pair: x -->\n가\n\n<!-- pair: x -->\n나',
      '<!-- pair: x -->\nA',
      ['ko.md:10:1: warning: The pair name `x` is already used in line 7  comment/pair-repeated'],
    ],
    [
      '빠진 이름과 두 낱말인 이름',
      '<!-- pair: -->\n가\n\n<!-- pair: a b -->\n나',
      'A',
      [
        'ko.md:7:1: warning: Missing name after `pair:`  comment/pair-name',
        'ko.md:10:1: warning: Unexpected name `a b` after `pair:`, expected one word  comment/pair-name',
      ],
    ],
    [
      '이미 쓰고 있는 id와 잘못된 id',
      '<!-- anchor: 원인 -->\n## 원인 {#cause}\n\n<!-- anchor: a cause -->\n가\n\n<!-- anchor: a -->\n나\n\n<!-- anchor: #b -->\n다\n\n<!-- anchor: -->\n라',
      '## Cause',
      [
        'ko.md:10:1: warning: The id `cause` after `anchor:` is in use in this text  comment/anchor-taken',
        'ko.md:13:1: warning: The id `a` after `anchor:` is in use in this text  comment/anchor-taken',
        'ko.md:16:1: warning: Invalid id `#b` after `anchor:`  comment/anchor-id',
        'ko.md:19:1: warning: Missing id after `anchor:`  comment/anchor-id',
      ],
    ],
    [
      '블록 앞에 서지 않은 주석',
      '가 <!-- only: ko --> 나\n\n<!-- pair: x -->',
      'A',
      [
        'ko.md:7:3: warning: No block follows the comment `only: ko`  comment/without-block',
        'ko.md:9:1: warning: No block follows the comment `pair: x`  comment/without-block',
      ],
    ],
  ])('%s', async (_, ko, en, expected) => {
    expect(await report(ko, en)).toEqual(expected);
  });
});

test('valid comments are not reported', async () => {
  expect(
    await report(
      '<!-- only: ko -->\n가\n\n<!-- pair: x -->\n나\n\n<!-- only 라고 쓴 메모 -->',
      '<!-- pair: x -->\nB\n\n<!-- translate: 나 -->',
    ),
  ).toEqual([]);
});
