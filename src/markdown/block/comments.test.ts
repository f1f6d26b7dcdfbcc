import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../parse.ts';
import { surveyMarkdown } from '../survey.ts';

function comments(markdown: string): string[] {
  return surveyMarkdown(parseMarkdown(markdown)).comments.map(
    ({ key, value, line, column, isBeforeBlock }) =>
      `${line}:${column} ${key}=${value}${isBeforeBlock ? '' : ' (not before a block)'}`,
  );
}

describe('Comments that are addressed to Narani', () => {
  test.each<[string, string, string[]]>([
    ['before a block', '<!-- only: ko -->\n글', ['1:1 only=ko']],
    ['over several lines', 'a\n\n<!--\ntranslate:\nb\n\nc\n-->\nd', ['3:1 translate=b\n\nc']],
    ['several at once', '<!-- only: ko --><!-- pair: x -->\na', ['1:1 only=ko', '1:18 pair=x']],
    ['in a list', '- a\n  <!-- revisit: b -->\n- b', ['2:3 revisit=b (not before a block)']],
    ['in a quote', '> a\n>\n> <!-- pair: x -->\n> b', ['3:3 pair=x']],
    ['in a heading', '## <!-- translate: 제목 -->', ['1:4 translate=제목 (not before a block)']],
    ['before nothing', 'a\n\n<!-- only: ko -->', ['3:1 only=ko (not before a block)']],
    ['within a line', 'a <!-- only: ko --> b', ['1:3 only=ko (not before a block)']],
    ['without a value', '<!-- pair: -->\na', ['1:1 pair=']],
  ])('are found %s', (_, markdown, expected) => {
    expect(comments(markdown)).toEqual(expected);
  });

  test('are not confused with other comments or with code', () => {
    expect(
      comments('<!-- TODO: only: ko -->\n\n```html\n<!-- only: ko -->\n```\n\n`<!-- pair: x -->`'),
    ).toEqual([]);
  });
});
