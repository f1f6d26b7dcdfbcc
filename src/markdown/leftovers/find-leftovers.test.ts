import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../parse.ts';
import { findLeftovers } from './find-leftovers.ts';
import { findProse } from './prose.ts';

function find(markdown: string) {
  return findLeftovers(parseMarkdown(markdown));
}

/** Returns what is found as `line:column rule`. */
function rulesIn(markdown: string): string[] {
  return find(markdown).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** A text, what is found in it, and the text after the fixes have been followed literally. */
type Row = readonly [written: string, found: string | readonly string[], fixed: string];

const unclosedBlocks: readonly Row[] = [
  ['글\n```js\n코드', '2:1 code/unclosed', '글\n```js\n코드\n```'],
  ['```', '1:1 code/unclosed', '```\n```'],
  ['~~~\n코드\n\n## 뒤', '1:1 code/unclosed', '~~~\n코드\n~~~\n\n## 뒤'],
  ['```js\n코드\n``\n\n글', '1:1 code/unclosed', '```js\n코드\n```\n\n글'],
  ['````md\n코드\n```\n\n글', '1:1 code/unclosed', '````md\n코드\n````\n\n글'],
  ['```js\n코드\n``` 끝', '1:1 code/unclosed', '```js\n코드\n```'],
  ['```js\n코드\n~~~\n\n글', '1:1 code/unclosed', '```js\n코드\n```\n\n글'],
  ['> ```js\n> 코드\n\n글', '1:3 code/unclosed', '> ```js\n> 코드\n> ```\n\n글'],
  ['- 가\n  ```js\n  코드\n- 나', '2:3 code/unclosed', '- 가\n  ```js\n  코드\n  ```\n- 나'],
  [
    '1. 가\n\n   ```js\n   코드\n```\n\n2. 나',
    ['3:4 code/unclosed', '5:1 code/unclosed'],
    '1. 가\n\n   ```js\n   코드\n   ```\n\n2. 나',
  ],
  [
    '```js\n가\n\n## 제목\n\n```sh\n나\n```',
    '1:1 code/fence-inside',
    '```js\n가\n```\n\n## 제목\n\n```sh\n나\n```',
  ],
  [
    '```md\n```js\n가\n```\n나\n```',
    ['1:1 code/fence-inside', '6:1 code/unclosed'],
    '````md\n```js\n가\n```\n나\n````',
  ],
  [':::note\n글', '1:1 directive/unclosed', ':::note\n글\n:::'],
  [
    '::::note[제목]\n글\n:::\n글',
    ['1:1 directive/unclosed', '3:1 directive/not-read'],
    '::::note[제목]\n글\n::::\n글',
  ],
  ['- 가\n\n  :::tip\n  글\n\n나', '3:3 directive/unclosed', '- 가\n\n  :::tip\n  글\n  :::\n\n나'],
  [
    ':::note\n:::tip\n글\n:::\n:::',
    ['2:1 directive/unclosed', '5:1 directive/not-read'],
    '::::note\n:::tip\n글\n:::\n::::',
  ],
];

const unreadLinks: readonly Row[] = [
  ['[링크](good.md', '1:1 link/not-read', '[링크](good.md)'],
  ['글 [링크](good.md를 본다', '1:3 link/not-read', '글 [링크](good.md)를 본다'],
  ['[링크](https://example.com/a\n다음 줄', '1:1 link/not-read', '[링크](https://example.com/a)\n다음 줄'],
  ['[**굵은** `글`](good.md', '1:1 link/not-read', '[**굵은** `글`](good.md)'],
  ['- > [링크](good.md', '1:5 link/not-read', '- > [링크](good.md)'],
  ['[링크](내 글.md)', '1:1 link/not-read', '[링크](<내 글.md>)'],
  ['[링크](a b c.md#d)', '1:1 link/not-read', '[링크](<a b c.md#d>)'],
  ['[링크](a.md "제목)', '1:1 link/not-read', '[링크](a.md "제목")'],
  ['![막대](./bars.png', '1:1 image/not-read', '![막대](./bars.png)'],
  ['![막대](./두 막대.png)', '1:1 image/not-read', '![막대](<./두 막대.png>)'],
  ['[글] (https://example.com)', '1:1 link/not-read', '[글](https://example.com)'],
  ['[글] (../good/ko.md)', '1:1 link/not-read', '[글](../good/ko.md)'],
  ['[글]（https://example.com）', '1:1 link/not-read', '[글](https://example.com)'],
];

const unreadMarks: readonly Row[] = [
  ['**굵게 안 닫음', '1:1 emphasis/not-read', '**굵게 안 닫음**'],
  ['이것은 **굵게 하고 끝낸다.', '1:5 emphasis/not-read', '이것은 **굵게** 하고 끝낸다.'],
  ['이것은**굵게 하고', '1:4 emphasis/not-read', '이것은**굵게** 하고'],
  ['**a** and **b is open', '1:11 emphasis/not-read', '**a** and **b** is open'],
  [
    '가\n**나 `다` [라](https://a.example)',
    '2:1 emphasis/not-read',
    '가\n**나 `다` [라](https://a.example)**',
  ],
  ['** 굵게 **', '1:1 emphasis/not-read', '**굵게**'],
  ['이것은 **굵게 ** 한다', '1:5 emphasis/not-read', '이것은 **굵게** 한다'],
  ['이것은 ** 굵게** 한다', '1:5 emphasis/not-read', '이것은 **굵게** 한다'],
  ['이것은 굵게**는 아니다', '1:7 emphasis/not-read', '이것은 **굵게**는 아니다'],
  ['**가\n\n나**', '1:1 emphasis/not-read', '**가**\n\n**나**'],
  ['| **가 | 나 |\n| - | - |', '1:3 emphasis/not-read', '| **가** | 나 |\n| - | - |'],
  ['## **가', '1:4 emphasis/not-read', '## **가**'],
  ['**굵게*는', '1:1 emphasis/not-read', '**굵게**는'],
  ['*굵게** 는', '1:1 emphasis/not-read', '**굵게** 는'],
  ['글 __굵게 안 닫음', '1:3 emphasis/not-read', '글 __굵게__ 안 닫음'],
  ['글 __굵게__는', '1:3 emphasis/not-read', '글 **굵게**는'],
  ['글 ~~취소 안 닫음', '1:3 emphasis/not-read', '글 ~~취소~~ 안 닫음'],
  ['글 ~~취소 ~~ 다', '1:3 emphasis/not-read', '글 ~~취소~~ 다'],
  ['글 `코드 안 닫음', '1:3 code/not-read', '글 `코드` 안 닫음'],
  ['글 ``코드` 는', '1:3 code/not-read', '글 ``코드`` 는'],
  ['글 코드`는', '1:5 code/not-read', '글 `코드`는'],
  ['`a `b` c', '1:6 code/not-read', '`a` b `c`'],
  ['1. 가\n\n        ```js\n', [], '1. 가\n\n   ```js\n   ```'],
  ['1. 가\n       ```js\n       x', '2:8 code/not-read', '1. 가\n   ```js\n   x\n   ```'],
];

const empty: readonly Row[] = [
  ['##', '1:1 heading/empty', '## 제목'],
  ['글\n\n## <!-- 주석 -->', '3:1 heading/empty', '글\n\n## 제목 <!-- 주석 -->'],
  ['## ![](p.png)', '1:1 heading/empty', '## ![막대](p.png)'],
  ['## {#id}', '1:1 heading/empty', '## 제목 {#id}'],
  ['[](https://example.com)', '1:1 link/without-text', '[글](https://example.com)'],
  ['글 [ ](https://example.com)', '1:3 link/without-text', '글 [글](https://example.com)'],
  ['[<!-- -->](https://example.com)', '1:1 link/without-text', '[글](https://example.com)'],
  ['[][a]\n\n[a]: https://example.com', '1:1 link/without-text', '[글][a]\n\n[a]: https://example.com'],
  ['- 가\n-', '2:1 list/empty-item', '- 가'],
  ['1.', '1:1 list/empty-item', '1. 가'],
  ['글\n\n>', '3:1 quote/empty', '글'],
];

const otherSyntax: readonly Row[] = [
  [
    '| 가 | 나 |\n| - | - |\n| [[good|별칭]] | 나 |',
    '3:3 syntax/not-read',
    '| 가 | 나 |\n| - | - |\n| [[good\\|별칭]] | 나 |',
  ],
  ['[글 [[good]]](a.md)', '1:4 syntax/not-read', '[글](a.md) [[good]]'],
  ['[[#절]] 과 [[#절|말]]', ['1:1 syntax/not-read', '1:10 syntax/not-read'], '[절](#id) 과 [말](#id)'],
  ['![[kettle.png|200]]', '1:1 syntax/not-read', '![주전자](./kettle.png)'],
  ['![[good]]', '1:1 syntax/not-read', '[[good]]'],
  ['{% include video.html %}', '1:1 syntax/not-read', '영상'],
  [
    '{% hint style="info" %}\n글\n{% endhint %}',
    ['1:1 syntax/not-read', '3:1 syntax/not-read'],
    ':::note\n글\n:::',
  ],
  ['[글]({% post_url 2020-01-01-a %})', '1:5 syntax/not-read', '[글](../its-folder/ko.md)'],
  ['글 {{ site.title }}', '1:3 syntax/not-read', '글 나란히'],
  ['{{< youtube abc >}}', '1:1 syntax/not-read', '영상'],
  [
    '{{% notice note %}}\n글\n{{% /notice %}}',
    ['1:1 syntax/not-read', '3:1 syntax/not-read'],
    ':::note\n글\n:::',
  ],
  ['!!! note "제목"\n    글', '1:1 syntax/not-read', ':::note[제목]\n글\n:::'],
  ['??? warning\n    글', '1:1 syntax/not-read', ':::warning\n글\n:::'],
  ['???+ tip\n    글', '1:1 syntax/not-read', ':::tip\n글\n:::'],
  ['.. note::\n   글', '1:1 syntax/not-read', ':::note\n글\n:::'],
  ['[TOC]\n\n글', '1:1 syntax/not-read', '글'],
  ['[[toc]]', '1:1 syntax/not-read', ''],
  ['- 가\n{:toc}', '2:1 syntax/not-read', '- 가'],
  ['글 %%숨긴 말%% 글', '1:3 syntax/not-read', '글 <!-- 숨긴 말 --> 글'],
  ['글 ==강조== 글', '1:3 syntax/not-read', '글 <mark>강조</mark> 글'],
  ['글 ^[안쪽 각주] 글', '1:3 syntax/not-read', '글 [^1] 글\n\n[^1]: 안쪽 각주'],
  ["import X from './x'\n\n글", '1:1 syntax/not-read', '글'],
  [
    "import { A, B } from '@astrojs/x';",
    '1:1 syntax/not-read',
    '```js\nimport { A, B } from "@astrojs/x";\n```',
  ],
  ['[##_Image|a.png|CDM|1.3_##]', '1:1 syntax/not-read', '![막대](./name.png)'],
  ['<Aside type="tip">글</Aside>', '1:1 syntax/not-read', ':::note\n글\n:::'],
  ['##제목', '1:1 heading/not-read', '## 제목'],
  ['## 제목 {#my id}', '1:7 attribute/not-read', '## 제목 {#my-id}'],
  ['## 제목 {.class}', '1:7 attribute/not-read', '## 제목'],
  ['## 제목 {: .class}', '1:7 attribute/not-read', '## 제목'],
  ['글\n{: .notice--info}', '2:1 attribute/not-read', '글'],
  ['글 {#id}', '1:3 attribute/not-read', '글'],
  ['::: tip\n글\n:::', ['1:1 directive/not-read', '3:1 directive/not-read'], ':::tip\n글\n:::'],
  [
    ':::tip 제목 {.a}\n글\n:::',
    ['1:1 directive/not-read', '1:11 attribute/not-read', '3:1 directive/not-read'],
    ':::tip[제목]\n글\n:::',
  ],
  ['> [!info]\n> 글', '1:3 callout/unknown', '> [!NOTE]\n> 글'],
  ['> [!quote]\n> 글', '1:3 callout/unknown', '> 글'],
  ['<<<<<<< HEAD\n가\n=======\n나\n>>>>>>> x', '1:1 file/conflict', '가'],
  ['가\n\n>>>>>>> x', '3:1 file/conflict', '가'],
  ['```\n<<<<<<< HEAD\n```\n\n<<<<<<< HEAD', '5:1 file/conflict', '```\n<<<<<<< HEAD\n```\n\n'],
];

const linesBeyond: readonly Row[] = [
  ['```js {9}\n1\n```', '1:8 code/line-beyond', '```js {1}\n1\n```'],
  ['```js title="a" {1, 3}\n1\n2\n```', '1:21 code/line-beyond', '```js title="a" {1, 2}\n1\n2\n```'],
  [
    '```js {1} ins={7-8} del={0}\n1\n```',
    ['1:16 code/line-beyond', '1:26 code/line-beyond'],
    '```js {1}\n1\n```',
  ],
  ['```js {1-9999999}\n1\n```', '1:8 code/line-beyond', '```js\n1\n```'],
  ['```js {2-1}\n1\n2\n```', '1:8 code/line-beyond', '```js {1-2}\n1\n2\n```'],
  ['```js {}\n1\n```', '1:8 code/line-beyond', '```js\n1\n```'],
  ['- ```js {2}\n  1\n  ```', '1:10 code/line-beyond', '- ```js\n  1\n  ```'],
];

const rows = { unclosedBlocks, unreadLinks, unreadMarks, empty, otherSyntax, linesBeyond };

describe.each(Object.entries(rows))('%s:', (_, cases) => {
  test.each(cases)('%j has %j', (written, found) => {
    expect(rulesIn(written)).toEqual([found].flat());
  });

  test.each(cases)('after the fix of %j nothing is found', (_written, _found, fixed) => {
    expect(rulesIn(fixed)).toEqual([]);
  });
});

describe('Good text is not reported:', () => {
  test.each([
    '2*3*4=24, a*b*c, snake_case_name은, `__init__.py`를.',
    '1~~2~~3, 3~5월에는 10~15분. 네~~ 그렇죠~~',
    '“~~하는 사람”이 ~~라고 말했다.',
    '2**3 = 8, 2 ** 3 ** 2, a**b, f(x)**2, `a ** b`',
    'src/**/*.ts, **/*.md, **kwargs와 *args',
    '비밀번호는 ****',
    '전화는 010-****-1234',
    '회원 김**씨',
    'kim**@example.com',
    '값은 1,000원**',
    '** 부가세 별도',
    '\\*\\*별표\\*\\*, \\_\\_밑줄\\_\\_, \\`백틱\\`, &#42;&#42;별표&#42;&#42;',
    '**굵게(x)**는 *기울임*과 ***둘 다***, ~~취소~~는 __굵게__ 다.',
    '__dirname과 __proto__ 와 빈칸 ____ 에',
    "don`t, 백틱(`)은, 키 ` 하나, ``quoted'' words",
    '`` a`b `` 와 `a**b` 와 `[글](a b)` 와 `[[x]]` 와 `{{ x }}`',
    '[글](a.md "제목"), [글](<a b.md>), [글](a_(b).md), [대괄호 [안]](a.md), [글]()',
    '[1] (https://example.com), [skip ci] (#432), 배열 list[i](x, y), callbacks[0](a b)',
    '\\[글](good.md 와 \\[\\[글]] 와 \\{{ x }}',
    '[^1] [가] [나] (다) [x] (말)\n\n[^1]: 글',
    '[[1, 2], [3, 4]] [[1]] [[nodiscard]] [[good]] [[좋은 글#절|별칭]] [[ -f x ]]',
    '| [[good\\|별칭]] |\n| - |',
    '${{ secrets.TOKEN }} {.} {#} {:?} {:.2f} {:>8} {0} {#if x}{/if} {a: 1}',
    '```\n{% raw %} {{ x }} [[x]] !!! note\n```\n\n    [[x]] {{ x }}',
    '!!! 주의 ??? 왜 !!! really',
    '100%% 와 50%% 사이. a == b == c, x==1, ==, ^[a-z]+$, 2^[3]',
    '#해시태그, C#, ### 말고 #1',
    'import는 낱말이다. import it from there.',
    '<kbd>K</kbd> <br> <BR> <note>',
    '## 제목 {#my-id}\n\n### `{#x y}`',
    '##  <kbd>K</kbd>\n\n## ![막대](p.png)\n\n## `코드`',
    '[![막대](p.png)](https://example.com) [`코드`](https://example.com)',
    '- 가\n  - 나\n\n- [ ] 할 일',
    '> 글\n>\n> 글',
    '> [!NOTE]\n> 글\n\n> [글] 글',
    '제목\n=======\n\n글\n\n> > 둘',
    '```js {1,2-3} ins={3} del={1}\n1\n2\n3\n```',
    '````md\n```js\n1\n```\n````',
    '~~~\n```js\n~~~',
    '```\n코드\n```   \n\n글',
    '- ```js\n  1\n  ```\n- :::note\n  글\n  :::',
    '::::note\n:::tip\n글\n:::\n::::',
    'https://example.com/__init__/**a 그리고 <https://example.com/[[a]]>',
    '[글](https://example.com/__a__b "**") ![**](a.png)',
    '<!-- [[a]] **b {{ c }} -->\n\n<div title="**">\n[[a]]\n</div>',
    '시각은 10:30:00이고 비율은 1:::2다.',
  ])('%j', (markdown) => {
    expect(find(markdown).map(({ what }) => what)).toEqual([]);
  });
});

test('a message names what an unclosed block swallows and the line that does not close it', () => {
  const written = ['## 앞', '```js', 'a;', '``', '', '## 뒤', '', '### 더', '글', ''].join('\n');
  expect(find(written)).toEqual([
    {
      line: 2,
      column: 1,
      rule: 'code/unclosed',
      severity: 'warning',
      what: 'This code block is never closed: it contains the 7 lines after it, to the end of the text, among them `## 뒤` and 1 other heading; line 4, ``, is shorter than ``` and does not close it',
      why: 'Readers get everything after its first line as code, without headings, links and emphasis.',
      fix: 'Write ``` in line 4.',
    },
  ]);
});

test.each([
  ['글\n{: .notice--info}', 'Remove it, and write `:::note` on a line of its own before'],
  ['> 글\n{: .prompt-tip }', 'Remove it, and write `:::tip` on a line of its own before'],
  ['글\n{: .notice}', 'Remove it, and write `:::note` on a line of its own before'],
  ['글\n{: .lead}', 'Remove it: pages have one style'],
  ['{% hint style="info" %}', 'Write `:::note` on a line of its own before the text'],
  ['{% endhint %}', 'Write `:::` on a line of its own.'],
  ['{% highlight ruby %}', 'Write ``` and the language'],
  ['{% post_url a %}', 'Write the path to the other text'],
  ['{{< figure src="a.png" >}}', 'Put the picture beside the text'],
])('the fix of %j begins with %j', (markdown, fix) => {
  expect(find(markdown)[0]?.fix).toContain(fix);
});

test('prose has the length and the line endings of its text, and nothing of code', () => {
  const piece = fc.constantFrom(
    '가 ',
    '`',
    '**',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '[',
    '](',
    ')',
    '```\n',
    '\\*',
    '&amp;',
    '<b>',
    '| a |\n| - |\n',
    '## ',
    'https://a.example/b를',
    ':::note\n',
    '    ',
    '😀',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      (markdown) => {
        const { text, blocks } = findProse(parseMarkdown(markdown), markdown);
        expect(text).toHaveLength(markdown.length);
        expect([...text.matchAll(/\n/g)].map(({ index }) => index)).toEqual(
          [...markdown.matchAll(/\n/g)].map(({ index }) => index),
        );
        expect(blocks.every(({ start, end }) => start <= end && end <= text.length)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('findings are in order, within the text, and the same for the same text', () => {
  const piece = fc.constantFrom(
    '가 ',
    '`',
    '**',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '[',
    '](',
    ')',
    '[[',
    ']]',
    '{{',
    '}}',
    '```js {3}\n',
    ':::',
    ' tip',
    '{#',
    '}',
    '%%',
    '==',
    '> [!x]\n',
    '<<<<<<< a\n',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      (markdown) => {
        const found = find(markdown);
        const lines = markdown.split('\n');
        for (const { line, column } of found) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
        expect(found).toEqual(find(markdown));
      },
    ),
    { numRuns: 500 },
  );
});
