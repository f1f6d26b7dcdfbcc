import { describe, expect, test } from 'vitest';
import { renderAlone } from '../testing/render-alone.ts';
import { parseMarkdown, rewriteLinks, surveyMarkdown } from './index.ts';

const megabyte = 1_000_000;

/** A text of a megabyte takes one or two seconds. In a step with quadratic time it would take minutes. */
const enoughMs = 60_000;

function repeat(piece: string): string {
  return piece.repeat(Math.ceil(megabyte / Buffer.byteLength(piece)));
}

describe('A paragraph of a megabyte', () => {
  test.each([
    ['of words', repeat('가나다라 마바사 아자차카. ')],
    ['of colons', repeat('가:나 10:30 ')],
    ['of addresses without spaces', repeat('https://example.com/a를')],
    ['that is one address', `https://example.com/${repeat('(나무)나무;&a')}`],
    ['of unclosed footnote references', repeat('[^').slice(0, 100_000)],
    ['of spaces within a heading', `## a${' '.repeat(megabyte)}b {#c}`],
  ])(
    '%s is rendered',
    async (_, markdown) => {
      const { html } = await renderAlone(markdown);
      expect(html.length).toBeGreaterThan(10);
      expect(surveyMarkdown(parseMarkdown(markdown)).blocks).toHaveLength(1);
    },
    enoughMs,
  );
});

test(
  'thousands of links are rewritten',
  () => {
    const markdown = '[가](../나/ko.md) '.repeat(3_000);
    const rewritten = rewriteLinks(markdown, () => 'https://example.org');
    expect(rewritten).toBe('[가](https://example.org) '.repeat(3_000));
  },
  enoughMs,
);

describe('Deep nesting is rendered', () => {
  test.each([
    ['quotes', `${'>'.repeat(100)} deep`],
    ['lists', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n')],
    [
      'callouts',
      `${Array.from({ length: 30 }, (_, depth) => `${':'.repeat(33 - depth)}note`).join('\n')}\ndeep`,
    ],
    ['raw HTML', `${'<div>'.repeat(300)}deep`],
    ['emphasis', `${'**a *b '.repeat(100)}deep${' c* d**'.repeat(100)}`],
    ['brackets', `${'['.repeat(100)}deep${'](a)'.repeat(100)}`],
  ])('of %s', async (_, markdown) => {
    const { html } = await renderAlone(markdown);
    expect(html).toContain('deep');
  });
});
