import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crashDiagnostic } from '../../diagnostics/index.ts';
import { renderAlone } from '../../testing/render-alone.ts';
import { parseMarkdown } from '../index.ts';

/** Returns the place of the diagnostic of a text, and its first words; `undefined` if the text is parsed. */
function limitOf(markdown: string): string | undefined {
  try {
    parseMarkdown(markdown);
    return undefined;
  } catch (error) {
    const { rule, line, column, what } = crashDiagnostic(error, 'input.md');
    return `${rule} ${line}:${column} ${what}`;
  }
}

describe('A text with more of one thing than any real text is reported at its line, instead of parsed for minutes', () => {
  test.each([
    ['가**나**', 1_000, '2:1502', '1000 `*`, `_` or `~` around words in one paragraph'],
    ['a~~b~~', 1_000, '2:1502', '1000 `*`, `_` or `~` around words in one paragraph'],
    ['[a][', 1_000, '2:403', '100 `[` without `]` in one paragraph'],
    ['[a](', 1_000, '2:203', '50 `<`, `` ` `` or `](` without an end in one paragraph'],
    ['a <!-- ', 1_000, '2:353', '50 `<`, `` ` `` or `](` without an end in one paragraph'],
    ['<b>', 1_000, '2:901', '300 levels deep'],
    ['<div>', 1_000, '2:1', '300 levels deep'],
    ['1. ', 1_000, '2:301', '100 lists and quotes begin on this line'],
    ['* - ', 1_000, '2:201', '100 lists and quotes begin on this line'],
    ['>', 1_000, '2:101', '100 lists and quotes begin on this line'],
    [':::note\n', 1_000, '22:1', '20 levels deep on average'],
    ['a < b\n', 10_000, '4085:3', 'This paragraph has too much markup'],
  ])('%j, %i times', (piece, times, place, what) => {
    const limit = limitOf(`# A heading\n${piece.repeat(times)}`);
    expect(limit).toContain(`text/limit ${place} `);
    expect(limit).toContain(what);
  });

  test('of lines that continue a quote without its marker', () => {
    expect(limitOf(`> a\n${'b\n'.repeat(1_000)}`)).toContain(
      'text/limit 203:1 More than 200 lines continue a quote',
    );
  });

  test('of rows that lack the cells of a wide header', () => {
    const table = `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n`;
    expect(limitOf(`가\n\n${table}${'|a|\n'.repeat(100)}`)).toContain(
      '3:1 The rows of this table lack more than 10000',
    );
    expect(limitOf(`가\n\n${table}${'|a|\n'.repeat(10)}`)).toBeUndefined();
  });

  test('of brackets in brackets, images in images, emphasis in emphasis, and items in items', () => {
    expect(limitOf(`${'['.repeat(200)}a${'](b)'.repeat(200)}`)).toContain('100 `[` without `]`');
    expect(limitOf(`${'!['.repeat(200)}a${'](b)'.repeat(200)}`)).toContain('100 `[` without `]`');
    expect(limitOf(`${'*'.repeat(800)}a${'*'.repeat(800)}`)).toContain('1000 `*`');
    const items = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`);
    expect(limitOf(items.join('\n'))).toContain(
      'text/limit 150:301 Markup is nested more than 300 levels deep',
    );
  });
});

test('what is within the limits is parsed: code, tables and many short paragraphs may have any length', () => {
  const texts = [
    `\`\`\`\n${'[<!--*a](- > '.repeat(5_000)}\n\`\`\`\n`,
    `|a|b|\n|-|-|\n${'|**a**|[b](c)|\n'.repeat(2_000)}`,
    '**a** `b` [c](d)\n\n'.repeat(1_000),
    `${'- '.repeat(100)}\n`,
    `${'<br>'.repeat(1_000)}\n`,
    'a < b && c ~ d\n\n'.repeat(1_000),
  ];
  for (const text of texts) expect(limitOf(text)).toBeUndefined();
});

test('an item of a list keeps its paragraphs if any item of the list has space around it', async () => {
  const { html } = await renderAlone('- a\n- b\n\n  c\n- d\n');
  expect(html.match(/<p>/g)).toHaveLength(4);
  const tight = await renderAlone('- a\n- b\n  - c\n');
  expect(tight.html).not.toContain('<p>');
});

test('a footnote after an exclamation mark is a footnote', async () => {
  const { html } = await renderAlone('Really![^1] [a]![^2] ![^1]\n\n[^1]: 주석\n');
  expect(html).toContain('Really!<sup>');
  expect(html).toContain('[a]![^2] !<sup>');
});

test('any sequence of marks is parsed, or reported at one of its lines', () => {
  const marks = [
    '*',
    '_',
    '~~',
    '[',
    '](a)',
    ']',
    '![',
    '[^1]',
    '<',
    '<!--',
    '<b>',
    '`',
    '``',
    '\n',
    '\n\n',
    '> ',
    '- ',
  ];
  const more = [
    '1. ',
    '    ',
    ':::note\n',
    ':::\n',
    '|',
    '|-|\n',
    '=\n',
    '# ',
    '[a]: b\n',
    '[^1]: c\n',
    '\\',
    '가',
    'a ',
  ];
  const piece = fc.tuple(fc.constantFrom(...marks, ...more), fc.constantFrom(1, 1, 1, 2, 300));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.map(([mark, times]) => mark.repeat(times)).join('');
      const limit = limitOf(text);
      if (limit !== undefined) {
        const line = Number(/^text\/limit (\d+):/.exec(limit)?.[1]);
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }
    }),
    { numRuns: 300 },
  );
});
