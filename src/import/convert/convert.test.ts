import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../markdown/index.ts';
import { testFigures } from '../../testing/render-alone.ts';
import { applyEdits } from '../edits.ts';
import { convertAlerts } from './alerts.ts';
import { convertDirectives } from './directives.ts';
import { convertFences } from './fences.ts';
import { convertFigures } from './figures.ts';
import { convertFootnotes } from './footnotes.ts';
import { convertFormulas } from './formulas.ts';
import { convertHeadings } from './headings.ts';
import { convertHtml } from './html.ts';
import type { Conversion } from './conversion.ts';
import { convertPictures } from './pictures.ts';
import { convertTables } from './tables.ts';

type Converter = (tree: Root, markdown: string) => Conversion[];

function convert(markdown: string, converter: Converter): { text: string; places: string[] } {
  const conversions = converter(parseMarkdown(markdown), markdown);
  const { text } = applyEdits(
    markdown,
    conversions.flatMap(({ edits }) => edits),
  );
  return { text, places: conversions.map(({ line, column }) => `${line}:${column}`) };
}

/** Tests rows of Markdown, the converted Markdown and the places of the reported conversions. */
function testConversions(
  converter: Converter,
  rows: readonly (readonly [string, string, ...string[]])[],
): void {
  test.each(rows.map(([before, after, ...places]) => ({ before, after, places })))(
    '$before → $after',
    ({ before, after, places }) => {
      expect(convert(before, converter)).toEqual({ text: after, places });
    },
  );
}

describe('A code fence keeps the language and settings that Narani knows:', () => {
  testConversions(convertFences, [
    ['```js\na\n```', '```js\na\n```'],
    ['```\na\n```', '```\na\n```'],
    ['    a', '    a'],
    ['```js title="a b" {1,3-4} ins={2}\na\n```', '```js title="a b" {1,3-4} ins={2}\na\n```'],
    ['```js  title="a"   {1}\na\n```', '```js  title="a"   {1}\na\n```'],
    ['```js wrap {1} "foo bar"\na\n```', '```js {1}\na\n```', '1:1'],
    ['```js{1,3}\na\n```', '```js {1,3}\na\n```', '1:1'],
    ['```rust,no_run\na\n```', '```rust\na\n```', '1:1'],
    ['~~~ JavaScript\na\n~~~', '~~~ javascript\na\n~~~', '1:1'],
    ['```klingon title="a"\na\n```', '```text title="a"\na\n```', '1:1'],
    ['> - ```klingon\n>   a\n>   ```', '> - ```text\n>   a\n>   ```', '1:5'],
    ['```mermaid\nflowchart LR\n  a --> b\n```', '```mermaid\nflowchart LR\n  a --> b\n```'],
    ['```mermaid {1}\nflowchart LR\n  a --> b\n```', '```mermaid\nflowchart LR\n  a --> b\n```', '1:1'],
    ['```mermaid\npie title a\n```', '```text\npie title a\n```', '1:1'],
  ]);
});

describe('A formula that can’t be converted becomes code:', () => {
  testConversions(convertFormulas, [
    ['가 $x^2$ 나', '가 $x^2$ 나'],
    ['$5와 $6', '$5와 $6'],
    ['가 $\\fraq{1}{2}$는', '가 `$\\fraq{1}{2}$`는', '1:3'],
    ['$$x^2^3$$', '`$$x^2^3$$`', '1:1'],
    ['$$\nx^2^3\n\n$$', '```latex\nx^2^3\n\n```', '1:1'],
    ['> - $$\n>   x^2^3 $$\n> 나', '> - ```latex\n>   x^2^3 \n>   ```\n> 나', '1:5'],
    ['```math\nx^2^3\n```', '```latex\nx^2^3\n```', '1:1'],
    ['$$\n가\n\n나', '\\$\\$\n가\n\n나', '1:1'],
  ]);
});

describe('A directive becomes one of Narani’s callouts, or text:', () => {
  testConversions(convertDirectives, [
    [':::note[가]\n나\n:::', ':::note[가]\n나\n:::'],
    [':::warning\n나\n:::', ':::warning\n나\n:::'],
    [':::error\n나\n:::', ':::danger\n나\n:::', '1:1'],
    ['::::info[가]{a=b}\n나\n::::', '::::note[가]{a=b}\n나\n::::', '1:1'],
    [':::youtube\n나\n:::', '\\:::youtube\n나\n\\:::', '1:1'],
    ['> :::youtube\n> 나\n> :::', '> \\:::youtube\n> 나\n> \\:::', '1:3'],
    [':::youtube\n나', '\\:::youtube\n나', '1:1'],
    ['::before', '\\::before', '1:1'],
    ['::note', '\\::note', '1:1'],
    ['a:b ::c d', 'a:b ::c d'],
    ['::figure{name=anything}', '::figure{name=anything}'],
    [':::figure\n나\n:::', '\\:::figure\n나\n\\:::', '1:1'],
  ]);
});

describe('A callout of Obsidian becomes one of Narani’s, or a quotation:', () => {
  testConversions(convertAlerts, [
    ['> [!NOTE]\n> 가', '> [!NOTE]\n> 가'],
    ['> [!warning]- 제목\n> 가', '> [!warning]- 제목\n> 가'],
    ['> [!info]+ 제목\n> 가', '> [!NOTE] 제목\n> 가', '1:3'],
    ['- 가\n  > [!bug]\n  > 나', '- 가\n  > [!DANGER]\n  > 나', '2:5'],
    ['> [!quote]\n> 가', '> \n> 가', '1:3'],
    ['> [!custom]\n> 가', '> [!custom]\n> 가'],
    ['> \\[!info]\n> 가', '> \\[!info]\n> 가'],
  ]);
});

describe('A figure that can’t be shown as written becomes text:', () => {
  testConversions(
    (tree) => convertFigures(tree, testFigures),
    [
      ['::figure{name="clock" every=5 #tick}', '::figure{name="clock" every=5 #tick}'],
      ['> - ::figure{name=bell}', '> - ::figure{name=bell}'],
      ['글\n\n::figure{name="clokc"}', '글\n\n\\::figure{name="clokc"}', '3:1'],
      ['::figure', '\\::figure', '1:1'],
      ['> ::figure{name=clock every=99}', '> \\::figure{name=clock every=99}', '1:3'],
      ['::figure{name=bell name=clock}', '\\::figure{name=bell name=clock}', '1:1'],
      ['::figure{name=bell .wide}', '\\::figure{name=bell .wide}', '1:1'],
      ['::figure {name=bell}', '\\::figure {name=bell}', '1:1'],
      ['글\n:figure 1\n글 :figure\n::figure는', '글\n\\:figure 1\n글 :figure\n::figure는', '2:1'],
      ['- 가\n- ::figure와 **:figure**', '- 가\n- ::figure와 **\\:figure**', '2:15'],
      ['\\::figure', '\\::figure'],
      ['::figures and `::figure`', '::figures and `::figure`'],
    ],
  );

  test('the message names its mistakes', () => {
    const [conversion] = convertFigures(
      parseMarkdown('::figure{name=clock evry=1 preset=fsat}'),
      testFigures,
    );
    expect(conversion?.why).toContain(
      '(Unknown setting `evry` of the figure `clock`: did you mean `every`?; Unexpected value `fsat` of `preset`: did you mean `fast`?)',
    );
  });
});

describe('Footnotes with the same label get labels of their own:', () => {
  testConversions(convertFootnotes, [
    ['가[^1]\n\n[^1]: 나', '가[^1]\n\n[^1]: 나'],
    [
      '가[^1]\n\n[^1]: 나\n\n[^1]: 다\n\n[^1]: 라',
      '가[^1]\n\n[^1]: 나\n\n[^1-2]: 다\n\n[^1-3]: 라',
      '5:1',
      '7:1',
    ],
    ['가[^a]\n\n[^a]: 나\n\n[^A]: 다', '가[^a]\n\n[^a]: 나\n\n[^A-2]: 다', '5:1'],
    [
      '가[^1] [^1-2]\n\n[^1]: 나\n\n[^1-2]: 다\n\n[^1]: 라',
      '가[^1] [^1-2]\n\n[^1]: 나\n\n[^1-2]: 다\n\n[^1-3]: 라',
      '7:1',
    ],
  ]);
});

describe('Titles in the text and duplicate ids are removed:', () => {
  testConversions(
    (tree, markdown) => convertHeadings(tree, markdown, '꼬리 지연'),
    [
      ['## 가\n\n글', '## 가\n\n글'],
      ['# 꼬리  지연\n\n글', '\n\n글', '1:1'],
      ['꼬리\n지연\n===\n\n글', '\n\n\n\n글', '1:1'],
      ['# 다른 것\n\n글', '## 다른 것\n\n글', '1:1'],
      ['글\n\n# 꼬리 지연', '글\n\n## 꼬리 지연', '3:1'],
      ['가\n===', '가\n---', '1:1'],
      ['> # 가 #', '> ## 가 #', '1:3'],
      ['## 가 {#a}\n\n## 나 {#a}\n\n## 다 {#b}', '## 가 {#a}\n\n## 나 \n\n## 다 {#b}', '3:1'],
    ],
  );
});

describe('A tag that is not an HTML element becomes text:', () => {
  testConversions(convertHtml, [
    [
      '가 <b>나</b> <br/> <BR> <img src="a"> <!-- <slug> -->',
      '가 <b>나</b> <br/> <BR> <img src="a"> <!-- <slug> -->',
    ],
    ['문장 속의 <head>와 </head>', '문장 속의 \\<head>와 \\</head>', '1:7', '1:15'],
    ['`ko/`<slug>.md', '`ko/`\\<slug>.md', '1:6'],
    ['## <Image />', '## \\<Image />', '1:4'],
    ['| a |\n| - |\n| <Image> |', '| a |\n| - |\n| \\<Image> |', '3:3'],
    ['<Card>\n\n가\n\n</Card>', '&lt;Card>\n\n가\n\n&lt;/Card>', '1:1', '5:1'],
    ['<div>\n<Foo.Bar a="<x>">\n</div>', '<div>\n&lt;Foo.Bar a="&lt;x>">\n</div>', '2:1', '2:13'],
    ['<script>\nif (a<b) c()\n</script>', '<script>\nif (a<b) c()\n</script>'],
    ['`<slug>`', '`<slug>`'],
    ['<https://e.org>', '<https://e.org>'],
  ]);
});

describe('HTML that would contain the rest of the text ends:', () => {
  testConversions(convertHtml, [
    ['<!-- 가\n\n나', '<!-- 가\n\n나 -->', '1:1'],
    ['> <!-- 가\n\n나', '> <!-- 가 -->\n\n나', '1:3'],
    ['<textarea>\n\n가', '&lt;textarea>\n\n가', '1:1'],
    ['<?php\n가', '&lt;?php\n가', '1:1'],
    ['<!-- 가 --> 나', '<!-- 가 --> 나'],
  ]);
});

describe('A divider of a table becomes text if it would cost a reader something:', () => {
  testConversions(convertTables, [
    ['| a |\n| - |\n| 가 | 나 | 다 |', '| a |\n| - |\n| 가 \\| 나 \\| 다 |', '1:1'],
    ['| a |\n| - |\n| `가|나` | 다 |', '| a |\n| - |\n| `가\\|나` | 다 |', '1:1'],
    ['| a | b |\n| - | - |\n| `가\\|나` | `다` |', '| a | b |\n| - | - |\n| `가\\|나` | `다` |'],
  ]);
});

describe('A picture is replaced with its description:', () => {
  testConversions(convertPictures, [
    ['![막대](./bars.png)', '막대', '1:1'],
    ['![](./bars.png)', '', '1:1'],
    ['![a_b*c*](a.png)', 'a\\_bc', '1:1'],
    ['![막대](https://e.org/a.png "제목")', '[막대](<https://e.org/a.png>)', '1:1'],
    ['![](https://e.org/a.png?b=1)', '[a.png](<https://e.org/a.png?b=1>)', '1:1'],
    ['[![막대](https://e.org/a.png)](https://e.org)', '[막대](https://e.org)', '1:2'],
    ['## ![막대](https://e.org/a.png)', '## 막대', '1:4'],
    ['![막대][a]\n\n[a]: ./a.png', '막대\n\n[a]: ./a.png', '1:1'],
  ]);
});
