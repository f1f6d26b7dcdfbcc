import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../parse.ts';
import { surveyMarkdown } from '../survey.ts';
import type { Block } from './block.ts';

function blocksOf(markdown: string): readonly Block[] {
  return surveyMarkdown(parseMarkdown(markdown)).blocks;
}

function digests(markdown: string): string[] {
  return blocksOf(markdown).map(({ digest }) => digest);
}

function types(markdown: string): Block['type'][] {
  return blocksOf(markdown).map(({ type }) => type);
}

describe('블록의 다이제스트는 뜻이 같으면 같다', () => {
  test.each([
    [
      '줄을 다시 나눔',
      '꼬리 지연은 평균에 숨는다.\n그래서 p99를 본다.',
      '꼬리 지연은\n평균에 숨는다. 그래서\np99를 본다.',
    ],
    ['강조 안에서 줄을 나눔', '**꼬리 지연**은 숨는다.', '**꼬리\n지연**은 숨는다.'],
    ['글머리 기호', '- 하나\n- 둘', '* 하나\n* 둘'],
    ['번호를 적는 법', '1. 하나\n2. 둘', '1) 하나\n2) 둘'],
    ['목록 사이의 빈 줄', '- 하나\n- 둘', '- 하나\n\n- 둘'],
    ['강조 기호', '*강조* 그리고 **굵게**', '_강조_ 그리고 __굵게__'],
    ['제목을 적는 법', '제목\n===', '# 제목'],
    ['제목에 붙인 id', '## 제목', '## 제목 {#title}'],
    ['굵은 제목에 붙인 id', '## **제목**', '## **제목** {#title}'],
    ['코드 울타리', '```js\n1\n```', '~~~~js\n1\n~~~~'],
    ['이스케이프', '1 < 2 * 3', '1 \\< 2 \\* 3'],
    ['이름으로 적은 글자', 'A & B', 'A &amp; B'],
    ['인용 기호를 쓰는 법', '> 하나\n> 둘', '> 하나\n둘'],
    ['표의 칸 맞춤', '| 가 | 나 |\n| --- | --- |\n| 1 | 2 |', '가|나\n-|-\n1|2'],
    ['링크 주소를 적는 자리', '[글](../a/ko.md "제목")', '[글][a]\n\n[a]: ../a/ko.md "제목"'],
    ['그림 주소를 적는 자리', '![막대](./a.png)', '![막대][a]\n\n[a]: ./a.png'],
    ['빈칸의 수', '가  나', '가 나'],
  ])('%s', (_, one, other) => {
    expect(digests(other)).toEqual(digests(one));
  });

  test('한글이 NFD로 적혀 있어도 NFC와 같다', () => {
    const text = '## 제목\n\n**굵은** `코드` [링크](./가.md) ![그림](./나.png "다")\n\n```text\n라\n```\n';
    expect(digests(text.normalize('NFD'))).toEqual(digests(text.normalize('NFC')));
  });
});

describe('블록의 다이제스트는 뜻이 달라지면 달라진다', () => {
  test.each([
    ['낱말', '평균은 꼬리를 숨긴다.', '평균은 머리를 숨긴다.'],
    ['띄어쓰기', '한번', '한 번'],
    ['대소문자', 'Tail', 'tail'],
    ['링크 주소', '[글](../a/ko.md)', '[글](../b/ko.md)'],
    ['링크의 제목', '[글](../a/ko.md "가")', '[글](../a/ko.md "나")'],
    ['이름표로 단 링크 주소', '[글][a]\n\n[a]: ../a/ko.md', '[글][a]\n\n[a]: ../b/ko.md'],
    ['이름표로 단 그림 주소', '![막대][a]\n\n[a]: ./a.png', '![막대][a]\n\n[a]: ./b.png'],
    ['그림 설명', '![막대](./a.png)', '![두 막대](./a.png)'],
    ['코드 속 낱말', '`ps`를 쓴다', '`top`을 쓴다'],
    ['코드라는 표시', '`ps`를 쓴다', 'ps를 쓴다'],
    ['강조', '**꼬리** 지연', '꼬리 지연'],
    ['강조의 세기', '*꼬리* 지연', '**꼬리** 지연'],
    ['강조의 범위', '**꼬리** 지연', '**꼬리 지연**'],
    ['제목의 깊이', '## 제목', '### 제목'],
    ['코드의 언어', '```js\n1\n```', '```ts\n1\n```'],
    ['코드의 표시', '```js {1}\n1\n```', '```js {2}\n1\n```'],
    ['코드 속 줄 나눔', '```js\n1\n2\n```', '```js\n1 2\n```'],
    ['코드 속 빈칸', '```js\n1  2\n```', '```js\n1 2\n```'],
    ['표의 정렬', '| 가 |\n| :-- |\n| 1 |', '| 가 |\n| --: |\n| 1 |'],
    ['표의 칸', '| 가 |\n| --- |\n| 1 |', '| 가 |\n| --- |\n| 2 |'],
    ['줄을 바꾸라는 표시', '하나\n둘', '하나\\\n둘'],
    ['각주를 부르는 자리', '하나[^a]\n\n[^a]: 가', '하나\n\n[^a]: 가'],
    ['날 HTML', '<kbd>Q</kbd>', '<kbd>Z</kbd>'],
  ])('%s', (_, one, other) => {
    expect(digests(other)[0]).not.toBe(digests(one)[0]);
  });
});

test('the digest of a paragraph does not depend on its line breaks', () => {
  const word = fc.constantFrom(
    '꼬리',
    '지연은',
    '**굵게**는',
    '*강조*',
    '`p99`',
    'tail',
    '3~5월',
    '[링크](./a.md)',
  );
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '  ')), { minLength: 1 });
  fc.assert(
    fc.property(text, (pieces) => {
      const broken = pieces.map(([each, gap]) => each + gap).join('');
      const plain = pieces.map(([each]) => each).join(' ');
      // Two spaces at the end of a line would make a hard break.
      expect(digests(broken.replace(/ +\n/g, '\n').trim())).toEqual(digests(plain));
    }),
  );
});

test('a digest does not depend on the order of the properties of a node', () => {
  expect(digestAround({ type: 'link', url: 'u', title: 't', children: [] })).toBe(
    digestAround({ children: [], title: 't', url: 'u', type: 'link' }),
  );
});

test('a missing property and one that is null have the same digest', () => {
  const link = { type: 'link' as const, url: 'u', children: [] };
  expect(digestAround({ ...link, title: null })).toBe(digestAround(link));
});

test('the facts of a formula are its TeX without words, which differ between languages', () => {
  const [ko, en] = blocksOf('$$\nP(\\text{성공})\n= x\n$$\n\n$$P(\\text{win}) = x$$');
  expect(ko).toMatchObject({ type: 'math', facts: ['P(\\text{ }) = x'] });
  expect(en?.facts).toEqual(ko?.facts);
  expect(en?.digest).not.toBe(ko?.digest);
  expect(blocksOf('가 $x^2$')[0]?.facts).toEqual(['x^2']);
});

test('a formula in a line and one that is displayed have different digests', () => {
  expect(digests('가 $x$')).not.toEqual(digests('가 $$x$$'));
});

test('the order of a figure’s attributes and its id change neither its digest nor its facts', () => {
  const [one, other, different] = blocksOf(
    '::figure{name=a b=1 #c}\n\n::figure{b="1" name="a"}\n\n::figure{b=2 name=a}',
  );
  expect(one?.digest).toBe(other?.digest);
  expect(one?.facts).toEqual(['::b=1', '::name=a']);
  expect(different?.digest).not.toBe(one?.digest);
});

/** Returns the digest of a paragraph with one node. */
function digestAround(node: PhrasingContent): string | undefined {
  return surveyMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [node] }] }).blocks[0]
    ?.digest;
}

describe('The blocks of a text', () => {
  test('are in reading order, including those in lists, quotes, callouts and footnotes', () => {
    const text = `First.[^a]

- One
  - Two

    Three

> Four

:::note[Title]
Five
:::

| Six |
| --- |
| 6 |

\`\`\`text
Seven
\`\`\`

<div>Eight</div>

## Nine

[^a]: Ten

::figure{name=eleven}
`;
    expect(types(text)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'table',
      'code',
      'html',
      'heading',
      'paragraph',
      'figure',
    ]);
    const lines = blocksOf(text).map(({ line }) => line);
    expect(lines).toEqual([1, 3, 4, 6, 8, 10, 11, 14, 18, 22, 24, 26, 28]);
  });

  test('do not include thematic breaks and link definitions', () => {
    expect(types('A\n\n---\n\n[b]: ./c.md\n\nD')).toEqual(['paragraph', 'paragraph']);
  });

  test('have the line and column where they begin', () => {
    expect(blocksOf('- a\n  > b')).toMatchObject([
      { line: 1, column: 3 },
      { line: 2, column: 5 },
    ]);
  });
});
