import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { surveyMarkdown, type Survey } from './survey.ts';

function survey(markdown: string): Survey {
  return surveyMarkdown(parseMarkdown(markdown));
}

describe('The survey of a text', () => {
  test.each([
    ['## Plain', 'Plain'],
    ['## With `code`, *emphasis* and a [link](./a.md)', 'With code, emphasis and a link'],
    ['## ![A picture](./a.png) shows', 'A picture shows'],
    ['## Raw <kbd>Ctrl</kbd>', 'Raw Ctrl'],
    ['## Called[^1]\n\n[^1]: x', 'Called'],
    ['Two\nlines\n---', 'Two lines'],
    ['## Id {#own}', 'Id'],
    ['## 예:가', '예:가'],
    ['## $O(n \\log n)$은 $\\foo$', 'O(n log n)은 \\foo'],
    ['##', ''],
  ])('has the text of the heading %j', (markdown, text) => {
    expect(survey(markdown).headings).toMatchObject([{ text }]);
  });

  test.each([
    ['## A {#own}', 'own'],
    ['## A{#own}  ', 'own'],
    ['## {#own}', 'own'],
    ['## **A** {#own}', 'own'],
    ['## 제목 {#제목}', '제목'],
    ['A {#own}\n---', 'own'],
    ['## A {#own} ##', 'own'],
    ['## A {own}', undefined],
    ['## A {#two words}', undefined],
    ['## A {#} {#}', undefined],
    ['## A `{#own}`', undefined],
    ['## {#own} A', undefined],
  ])('finds the id written at the end of %j', (markdown, explicitId) => {
    expect(survey(markdown).headings).toMatchObject([{ explicitId }]);
  });

  test('treats a heading of level 1 as level 2', () => {
    expect(survey('# A\n\n## B\n\n###### C').headings.map(({ depth }) => depth)).toEqual([2, 2, 6]);
  });

  test('has every link with its position; for a reference, the position of the definition', () => {
    expect(survey('[a](./a.md) and\n[b][] [c][B]\n\n[b]: ./b.md\n[unused]: ./c.md').links).toMatchObject([
      { url: './a.md', line: 1, column: 1 },
      { url: './b.md', line: 4, column: 1 },
    ]);
  });

  test('uses the first of several definitions of a label, as the page does', () => {
    expect(survey('[a]\n\n[a]: ./first.md\n[A]: ./second.md').links).toMatchObject([{ url: './first.md' }]);
  });

  test('has links from every container of text', () => {
    const text =
      '# [a](1)\n\n> [b](2)\n\n- [c](3)\n\n| [d](4) |\n| - |\n\n:::note[[e](5)]\n**[f](6)**\n:::\n\n[^g]: [h](7)';
    expect(survey(text).links.map(({ url }) => url)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  test('finds no links in code', () => {
    expect(survey('`[a](1)`\n\n    [b](2)\n\n```\n[c](3)\n```').links).toEqual([]);
  });

  test('has image references as images, not as links', () => {
    const { images, links } = survey('![a][b] ![b] [![c](./c.png)](./d.md)\n\n[b]: ./b.png');
    expect(images).toEqual([
      { url: './b.png', alt: 'a', line: 1, column: 1 },
      { url: './b.png', alt: 'b', line: 1, column: 9 },
      { url: './c.png', alt: 'c', line: 1, column: 15 },
    ]);
    expect(links).toMatchObject([{ url: './d.md' }]);
  });

  test('has the image within a link when both are references', () => {
    const { images, links } = survey('[![a][b]][c]\n\n[b]: ./b.png\n[c]: ./c.md');
    expect(images).toMatchObject([{ url: './b.png' }]);
    expect(links).toMatchObject([{ url: './c.md', line: 4 }]);
  });

  test('has headings, tables, figures and footnotes as link targets, in order and with their blocks', () => {
    const text = `## One

a[^One] b[^one] c[^missing]

| a |
| - |

![b](./b.png)

- ![b](./b.png 'Caption')

\`\`\`mermaid
flowchart LR
  a --> b
\`\`\`

\`\`\`js
1
\`\`\`

[^one]: x

    ## Two {#two}

[^uncalled]: y

::figure{name=queue}`;
    expect(survey(text).places).toMatchObject([
      { kind: 'heading', text: 'One', blocks: [0], line: 1 },
      { kind: 'table', text: '', blocks: [2], line: 5 },
      { kind: 'figure', text: '', blocks: [4], line: 10 },
      { kind: 'figure', text: '', blocks: [5], line: 12 },
      { kind: 'footnote', text: 'one', blocks: [7, 8], references: 2, line: 21 },
      { kind: 'heading', text: 'Two', blocks: [8], explicitId: 'two', line: 23 },
      { kind: 'figure', text: '', blocks: [10], line: 27 },
    ]);
  });

  test('gives a link target the digest of its first block', () => {
    const { places, blocks, headings } = survey('> ## Quoted\n\na[^1]\n\n[^1]: x\n\n    y');
    expect(places.map(({ digest }) => digest)).toEqual([blocks[0]?.digest, blocks[2]?.digest]);
    expect(headings[0]?.digest).toBe(blocks[0]?.digest);
  });
});

describe('The reading counts of a text', () => {
  test.each<[string, string, Partial<Survey['counts']>]>([
    ['words and syllables', 'p99는 꼬리다.', { syllables: 4, words: 1 }],
    ['words with markup', '**Bold**, *soft*, `code` and a [link](./a.md)', { words: 6 }],
    ['particles after markup', '**굵게**는 `top`을', { syllables: 4, words: 1 }],
    ['headings', '## A heading {#own}', { words: 2 }],
    ['lists, quotes and callouts', '- one\n\n> two\n\n:::note[three]\nfour\n:::', { words: 4 }],
    ['tables', '| one | two |\n| - | - |\n| three | four |', { words: 4 }],
    ['footnotes, but not their references', 'one[^1]\n\n[^1]: two three', { words: 3 }],
    ['text in raw HTML', 'Press <kbd>Ctrl</kbd> <!-- not this -->\n\n<p>or</p>', { words: 3 }],
    ['code, by lines that are not empty', '```js\na();\n\nb();\n```', { codeLines: 2 }],
    ['formulas, by lines', '$$\na\\\\\nb\n$$', { codeLines: 2 }],
    ['the words of formulas in lines', 'one $x$ two', { words: 3 }],
    ['indented code', '    a\n    b', { codeLines: 2 }],
    ['images, and the words of their captions', '![alt text](./a.png "one two")', { pictures: 1, words: 2 }],
    ['diagrams, as images', '```mermaid\nflowchart LR\n  a --> b\n```', { pictures: 1 }],
    ['nothing for figures', 'one\n\n::figure{name="ps-vs-top" preset="steady"}', { words: 1 }],
    ['nothing for definitions and thematic breaks', '[a]: ./a.md "one two"\n\n---', {}],
    ['nothing in an empty text', '', {}],
  ])('have %s', (_, markdown, counts) => {
    expect(survey(markdown).counts).toEqual({ syllables: 0, words: 0, codeLines: 0, pictures: 0, ...counts });
  });
});

describe('콜론 뒤의 글은 지시문으로 읽지 않는다', () => {
  test.each(['SIP:INVITE', '예:가', 'a:b[c]{d=e}', '10:30', ':smile:', 'std::vector', 'C:\\\\Windows'])(
    '%s',
    (text) => {
      const [paragraph] = parseMarkdown(text).children;
      expect(paragraph).toMatchObject({
        type: 'paragraph',
        children: [{ type: 'text', value: text.replace('\\\\', '\\') }],
      });
    },
  );

  test('콜론과 낱말 바로 뒤에 온 각주와 링크도 인식한다', () => {
    const { children } = parseMarkdown('예:가[^1], 보기:글[제목](./a.md)\n\n[^1]: x');
    expect(children[0]).toMatchObject({
      children: [{}, { type: 'footnoteReference' }, {}, { type: 'link', url: './a.md' }],
    });
  });
});
