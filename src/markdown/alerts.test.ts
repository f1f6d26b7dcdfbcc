import type { Nodes, Root } from 'mdast';
import { visit } from '../tree/index.ts';
import { describe, expect, test } from 'vitest';
import { calloutKinds, parseMarkdown, surveyMarkdown } from './index.ts';

/** Returns a tree without positions and without the fact that an alert is written as one. */
function shapeOf(markdown: string): Root {
  const tree = parseMarkdown(markdown);
  delete tree.data;
  visit(tree, (node: Nodes) => {
    delete node.position;
    if (node.type === 'containerDirective') delete node.data;
    if (node.type === 'paragraph' && node.data?.directiveLabel === true) node.data = { directiveLabel: true };
  });
  return tree;
}

test.each<readonly [alert: string, callout: string]>([
  ...calloutKinds.map((kind) => [`> [!${kind.toUpperCase()}]\n> 글`, `:::${kind}\n글\n:::`] as const),
  ['> [!note]\n> 글', ':::note\n글\n:::'],
  ['> [!Note]\n글', ':::note\n글\n:::'],
  ['> [!NOTE]\n>\n> 글', ':::note\n글\n:::'],
  ['> [!NOTE]  \n> 글', ':::note\n글\n:::'],
  ['> [!NOTE]\\\n> 글', ':::note\n글\n:::'],
  ['> [!NOTE]', ':::note\n:::'],
  ['>[!NOTE]\n>글\n>둘째 줄', ':::note\n글\n둘째 줄\n:::'],
  ['> [!NOTE]\n> **굵게**\n> 글', ':::note\n**굵게**\n글\n:::'],
  ['> [!NOTE]\n> - 하나\n>   - 둘', ':::note\n- 하나\n  - 둘\n:::'],
  ['> [!NOTE] 제목\n> 글', ':::note[제목]\n글\n:::'],
  ['> [!NOTE] 제목', ':::note[제목]\n:::'],
  ['> [!TIP] `p99`를 **먼저** 보라\n> 글', ':::tip[`p99`를 **먼저** 보라]\n글\n:::'],
  ['> [!TIP] **먼저** 보라  \n> 글', ':::tip[**먼저** 보라]\n글\n:::'],
  ['> [!note]- 접는 상자\n> 글', ':::note[접는 상자]\n글\n:::'],
  ['> [!note]+\n> 글', ':::note\n글\n:::'],
  ['> [!NOTE]\n> 글\n>\n> > [!TIP] 안\n> > 글', '::::note\n글\n\n:::tip[안]\n글\n:::\n::::'],
  ['- 하나\n\n  > [!NOTE]\n  > 글', '- 하나\n\n  :::note\n  글\n  :::'],
])('the alert %j is the callout %j', (alert, callout) => {
  expect(shapeOf(alert)).toEqual(shapeOf(callout));
});

test.each([
  '> [!info]\n> 글',
  '> [!NOTE\n> 글',
  '> 글 [!NOTE]\n> 글',
  '> \\[!NOTE]\n> 글',
  '> `[!NOTE]`\n> 글',
  '> **[!NOTE]**\n> 글',
  '> ## [!NOTE]\n> 글',
  '[!NOTE]\n글',
])('the text %j has no callout', (markdown) => {
  expect(JSON.stringify(shapeOf(markdown))).not.toContain('containerDirective');
});

test('the blocks of an alert have the digests and containers of those of a callout, and their own positions', () => {
  const facts = (markdown: string) =>
    surveyMarkdown(parseMarkdown(markdown)).blocks.map(({ digest, containers, text }) => [
      digest,
      containers,
      text,
    ]);
  const alert = '> [!WARNING] 김\n>   뚜껑은 *몸* 바깥쪽으로\n> 연다.\n>\n> 둘째';
  expect(facts(alert)).toEqual(facts(':::warning[김]\n뚜껑은 *몸* 바깥쪽으로\n연다.\n\n둘째\n:::'));
  expect(
    surveyMarkdown(parseMarkdown(alert)).blocks.map(({ line, column, text }) => [line, column, text]),
  ).toEqual([
    [1, 14, '김'],
    [2, 5, '뚜껑은 몸 바깥쪽으로 연다.'],
    [5, 3, '둘째'],
  ]);
});

describe('the positions in an alert cover its source:', () => {
  test.each([
    ['> [!NOTE] 제목\n> 글', ['제목', '글']],
    ['> [!NOTE] `가` 나 **다**\n>  라\n> 마', ['`가` 나 **다**', '라\n> 마']],
    ['- > [!TIP]\n  > 글', ['글']],
    ['> > [!TIP] 제목\\\n> > 글', ['제목', '글']],
  ])('%j', (markdown, expected) => {
    const found: string[] = [];
    visit(parseMarkdown(markdown), 'paragraph', ({ position }) => {
      found.push(markdown.slice(position?.start.offset, position?.end.offset));
    });
    expect(found).toEqual(expected);
  });
});
