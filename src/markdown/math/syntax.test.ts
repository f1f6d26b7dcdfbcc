import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visit } from '../../tree/index.ts';
import { parseMarkdown } from '../parse.ts';
import { isMath } from './nodes.ts';

/** Returns the formulas of a text: `$x$` in a line, `$$x$$` displayed in a paragraph, `[x]` as a block, with `…` if it is unclosed. */
function formulasOf(markdown: string): string[] {
  const found: string[] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (!isMath(node)) return;
    if (node.type === 'math') found.push(`[${node.value}${node.data?.isUnclosed === true ? '…' : ''}]`);
    else found.push(node.isDisplay ? `$$${node.value}$$` : `$${node.value}$`);
  });
  return found;
}

describe('Dollars are text:', () => {
  test.each([
    '$5 and $6',
    '$100와 $200',
    '$5~$6, $5/$6, $5·$6',
    '가격은 $5, 다른 곳은 $ 10이다.',
    'US$5, CA$7, S$ 9',
    '$HOME/$USER',
    '$_GET/$_POST',
    '${A}/${B} and ${A}${B}',
    '"$a" "$b"',
    '$5, `echo $x`$',
    '`$x$`',
    '``` \n$x$\n```',
    '    $$\n    x\n    $$',
    '<!-- $x$ -->',
    '\\$x$',
    '$x\\$',
    '$x $',
    '$ x$',
    '$x$y',
    '$n$thing',
    '$a$$b$',
    '$$$x$$$',
    '$$ $$',
    '$',
    '$$x',
    '[a](https://example.com/$x$)',
    '[$x]: /a$',
  ])('%s', (markdown) => {
    expect(formulasOf(markdown)).toEqual([]);
  });
});

describe('Dollars enclose a formula', () => {
  test.each([
    ['$x$', ['$x$']],
    ['값 $x$는 $y$이고, ($z$).', ['$x$', '$y$', '$z$']],
    ['값은$x$이다', ['$x$']],
    ['$x*y*z$ $a_1 + b_2$ $a<b$', ['$x*y*z$', '$a_1 + b_2$', '$a<b$']],
    ['$\\{x\\}$ $a\\_b$ $\\$5$', ['$\\{x\\}$', '$a\\_b$', '$\\$5$']],
    ['the $n$th, $k$-th and $1$st', ['$n$', '$k$', '$1$']],
    ['$5 and $x$', ['$x$']],
    ['$5 and **$\\pi$**, $6 and ($\\{x\\}$)', ['$\\pi$', '$\\{x\\}$']],
    ['$O($|V|$)$', ['$O($', '$)$']],
    ['$x$\\*', ['$x$']],
    ['$x$\\\ny', ['$x$']],
    ['$x^*$', ['$x^*$']],
    ['\\$$x$', ['$x$']],
    ['$a\n+ b$', []],
    ['$a\n= b$', ['$a\n= b$']],
    ['**굵게 $x$**는 *a $y*z$ b*', ['$x$', '$y*z$']],
    ['[a $x]$](b)', ['$x]$']],
    ['# $x$ {#id}', ['$x$']],
    ['<b>$x$</b>', ['$x$']],
    ['| $\\|x\\|$ |\n| - |\n| $y$ |', ['$|x|$', '$y$']],
    ['앞 $$E = mc^2$$. 뒤', ['$$E = mc^2$$']],
    ['앞 $$ a\n= b $$ 뒤', ['$$ a\n= b $$']],
    ['앞 $$\\text{if $x$}$$ 뒤', ['$$\\text{if $x$}$$']],
  ])('%s', (markdown, formulas) => {
    expect(formulasOf(markdown)).toEqual(formulas);
  });
});

describe('A block is a formula', () => {
  test.each([
    [
      'between lines of dollars',
      '$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$',
      ['[\\begin{aligned}\na &= b\n\\end{aligned}]'],
    ],
    ['with an empty line', '$$\na\n\n- b\n$$', ['[a\n\n- b]']],
    ['that ends in its last line', '$$\na $$\nb', ['[a ]']],
    [
      'that begins with an environment',
      '$$\\begin{aligned}\na\n- b\n\\end{aligned}$$',
      ['[\\begin{aligned}\na\n- b\n\\end{aligned}]'],
    ],
    ['in a paragraph of its own', '$$E = mc^2$$', ['[E = mc^2]']],
    ['in an item', '- a\n\n  $$\n  x\n  $$\n- $$y$$', ['[x]', '[y]']],
    ['in a quote, which ends it', '> $$\n> x\ny', ['[x…]']],
    ['in a callout', ':::note\n$$\nx\n$$\n:::', ['[x]']],
    ['after a paragraph without an empty line', 'a\n$$\nx\n$$\nb', ['[x]']],
    ['in a fence of GitHub', '```math\nx\n```', ['[x]']],
    ['until the end, if it is not closed', '$$\nx\n\ny', ['[x\n\ny…]']],
  ])('%s', (_, markdown, formulas) => {
    expect(formulasOf(markdown)).toEqual(formulas);
  });
});

test('every line of a formula knows its place in the text', () => {
  const markdown = '> - $$\n>   a\n>\n>   $b\n>   $$\n\n앞 $c\n  = d$';
  visit(parseMarkdown(markdown), (node) => {
    if (!isMath(node)) return;
    const lines = markdown.split('\n');
    for (const [index, tex] of node.value.split('\n').entries()) {
      const { line = 0, column = 0 } = node.data?.lines?.[index] ?? {};
      expect(lines[line - 1]?.slice(column - 1, column - 1 + tex.length)).toBe(tex);
    }
  });
  expect(formulasOf(markdown)).toEqual(['[a\n\n$b]', '$c\n  = d$']);
});

test('dollars never hide a word of a text', () => {
  const pieces = fc.constantFrom(
    '$',
    '$$',
    '$$\n',
    '\n',
    '\n\n',
    ' ',
    '\\',
    '`',
    '> ',
    '- ',
    '가',
    'x',
    '5',
    '{',
    '}',
    '\\begin{',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const markdown = parts.map((part, index) => (part === 'x' ? `x${index}y` : part)).join('');
      const words = markdown.match(/x\d+y/g) ?? [];
      const shown = JSON.stringify(parseMarkdown(markdown), (key, value: unknown) =>
        key === 'position' ? undefined : value,
      );
      for (const word of words) expect(shown).toContain(word);
    }),
    { numRuns: 500 },
  );
});
