import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
import { parseMarkdown, surveyMarkdown } from '../index.ts';

async function htmlOf(markdown: string): Promise<string> {
  const { html, diagnostics } = await renderAlone(markdown);
  expect(diagnostics).toEqual([]);
  return html.replaceAll('\n', '');
}

describe('An `anchor:` comment', () => {
  test('puts an element with each of its ids before the next block', async () => {
    expect(await htmlOf('A\n\n<!-- anchor: old table-3 -->\n\nB')).toBe(
      '<p>A</p><span id="old"></span><span id="table-3"></span><p>B</p>',
    );
  });

  test('keeps its ids from the places that would get them', async () => {
    const html = await htmlOf('<!-- anchor: table-1 cause -->\n\n## Cause\n\n| a |\n| - |');
    expect(html).toMatch(/^<span id="table-1"><\/span><span id="cause"><\/span>/);
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'table-1',
      'cause',
      'cause-1',
      'table-2',
    ]);
  });

  test.each([
    ['in a list item', '- <!-- anchor: old -->\n  A', '<ul><li><span id="old"></span>A</li></ul>'],
    ['in a quote', '> <!-- anchor: old -->\n> A', '<blockquote><span id="old"></span><p>A</p></blockquote>'],
    [
      'before folded text',
      '<!-- anchor: old -->\n<details><summary>A</summary>\n\nB\n\n</details>',
      '<p>B</p>',
    ],
  ])('works %s', async (_, markdown, expected) => {
    expect(await htmlOf(markdown)).toContain(expected);
  });

  test.each([
    ['without a block after it', 'A\n\n<!-- anchor: old -->'],
    ['within a paragraph', 'A <!-- anchor: old --> B'],
  ])('has no effect %s', async (_, markdown) => {
    expect(await htmlOf(markdown)).not.toContain('id="old"');
  });

  test('gives raw HTML no other id, and escapes what it gives', async () => {
    const { html } = await renderAlone('<!-- anchor: a"b -->\n\nA <span id="main">B</span>');
    expect(html).toBe('<span id="a&#x22;b"></span>\n<p>A <span>B</span></p>');
  });

  test('is surveyed with its place', () => {
    const { formerIds } = surveyMarkdown(parseMarkdown('A\n\n<!-- anchor: b c -->\nB'));
    expect(formerIds).toEqual([
      { id: 'b', line: 3, column: 1 },
      { id: 'c', line: 3, column: 1 },
    ]);
  });
});
