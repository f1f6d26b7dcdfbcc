import { describe, expect, test } from 'vitest';
import { lintAlone } from '../testing/render-alone.ts';
import { parseMarkdown } from './parse.ts';

/** Returns the findings about the tables of a text: place, severity, rule and what. */
async function findings(markdown: string): Promise<string[]> {
  const diagnostics = await lintAlone(parseMarkdown(markdown));
  return diagnostics.map(
    ({ line, column, severity, rule, what }) => `${line}:${column} ${severity} ${rule} ${what}`,
  );
}

const head = '| a | b |\n| --- | --- |\n';

describe('A table reports', () => {
  test.each([
    [
      'a cell without a column',
      `${head}| 1 | 2 | 셋 |`,
      '3:9 error table/extra-cells A row has 3 cells, its table 2 columns: “| 셋 |” is left out',
    ],
    [
      'several cells without a column, also in a list',
      '- | a |\n  | - |\n  | 1 | 2 | 3',
      '3:7 error table/extra-cells A row has 3 cells, its table 1 columns: “| 2 | 3” is left out',
    ],
    [
      'code that is split',
      `${head}| \`a|b\` |`,
      '3:1 warning table/pipe-in-code Code with a `|` in a table: “`a|b`”',
    ],
    [
      'code that is split and pushes out a cell',
      `${head}| \`\`ps | \`x\` \\\\| y\`\` | 2 |`,
      '3:1 error table/pipe-in-code Code with a `|` in a table: “``ps | `x` \\\\| y``”',
    ],
  ])('%s', async (_, markdown, expected) => {
    expect(await findings(markdown)).toEqual([expected]);
  });

  test.each([
    ['escaped dividers', `${head}| \`a\\|b\` | c \\| d |`],
    ['fewer cells', `${head}| 1 |`],
    ['code in each cell', `${head}| \`a\` | \`b\` |`],
    ['a backtick in each cell', `${head}| \` | \` |`],
    ['escaped backticks', `${head}| \\\`a | b\\\` |`],
  ])('nothing about %s', async (_, markdown) => {
    expect(await findings(markdown)).toEqual([]);
  });

  test('how to write the code that is split', async () => {
    const [diagnostic] = await lintAlone(parseMarkdown(`${head}| \`a|b \\| c\` |`));
    expect(diagnostic?.fix).toBe('Write “`a\\|b \\| c`”.');
  });
});

describe('A table that is shown as text is reported, with its header’s place, if', () => {
  test.each([
    [
      'the delimiter row has too few columns',
      '앞\n| a | b |\n| --- |\n| 1 | 2 |',
      '2:1',
      'its header has 2 cells, the line `| --- |` below it 1',
    ],
    [
      'the delimiter row has too many columns',
      '> |a|b|\n> |:-:|-|-|',
      '1:3',
      'its header has 2 cells, the line `|:-:|-|-|` below it 3',
    ],
    [
      'the delimiter row has other dashes',
      '| a | b |\n|——|——|\n| 1 | 2 |',
      '1:1',
      'the line `|——|——|` below its header is not made of `-` and `|`',
    ],
    [
      'it has no delimiter row',
      '| 1 | 2 |\n| 3 | 4 |',
      '1:1',
      'there is no line of `| --- |` below `| 1 | 2 |`',
    ],
    [
      'it continues a list item',
      '- x\n| a | b |\n| - | - |',
      '2:1',
      'a table can’t begin here, within a paragraph of a list or quote',
    ],
  ])('%s', async (_, markdown, place, why) => {
    expect(await findings(markdown)).toEqual([
      `${place} warning table/not-read A table is shown as text: ${why}`,
    ]);
  });

  test('its header is underlined like a heading', async () => {
    expect(await findings('| a | b |\n---')).toEqual([
      '1:1 warning table/not-read A table is shown as a heading: its header has 2 cells, the line `---` below it 1',
    ]);
  });

  test.each([
    'a | b\n\n---',
    '조건은 `a | b`이고\n---',
    '|x| + |y| = 1이면\n|x + y|는 1 이하다.',
    'a ||\nb',
    '| a |\n다음 줄',
    '    | a | b |\n    | - |',
  ])('but not %j', async (markdown) => {
    expect(await findings(markdown)).toEqual([]);
  });
});
