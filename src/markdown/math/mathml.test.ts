import fc from 'fast-check';
import type { Element } from 'hast';
import { visit } from '../../tree/index.ts';
import { describe, expect, test } from 'vitest';
import { toMathml } from './mathml.ts';

/** Returns the plain text of a formula, or what is wrong with it and where. */
function read(tex: string): string {
  const { math, mistake } = toMathml(tex, true);
  return mistake === undefined ? String(math.properties.alttext) : `${mistake.offset}: ${mistake.what}`;
}

/** Returns the elements of a formula, by name and classes, and its attributes. */
function contentsOf(tex: string): Set<string> {
  const contents = new Set<string>();
  const { math } = toMathml(tex, true);
  if (math === undefined) return contents;
  visit({ type: 'root', children: [math] }, 'element', ({ tagName, properties }: Element) => {
    contents.add(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (name === 'alttext') continue;
      if (Array.isArray(value)) for (const each of value) contents.add(`${tagName}.${String(each)}`);
      else contents.add(`${name}=${String(value)}`);
    }
  });
  return contents;
}

describe('The plain text of', () => {
  test.each([
    ['E = mc^2', 'E = mc^2'],
    ['x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}', 'x = (−b ± √(b^2 − 4ac))/(2a)'],
    ['P(\\text{성공}) = \\frac{\\text{성공 횟수}}{\\text{전체}}', 'P(성공) = (성공 횟수)/전체'],
    ['\\sum_{i=1}^{n} i', '∑_(i = 1)^n i'],
    ['\\int_0^1 x^2\\,dx', '∫_0^1 x^2 dx'],
    ['O(n \\log n) + \\sin x', 'O(n log n) + sin x'],
    ['\\lim_{n \\to \\infty} a_n', 'lim_(n → ∞) a_n'],
    ['2\\frac12', '2 1/2'],
    ["f'(x)", 'f′(x)'],
    ['-1 \\times -x', '−1 × −x'],
    ['\\hat{y} - \\vec{v}', 'ŷ − v⃗'],
    ['\\sqrt[3]{x}', '√(3&x)'],
    ['\\binom{n}{k}', '(n ¦ k)'],
    ['\\mathbb{R} \\mathbf{v} \\mathcal{L}', 'ℝvℒ'],
    ['\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}', '(1 0; 0 1)'],
    ['\\begin{aligned} a &= b \\\\ &= c \\end{aligned}', 'a = b; = c'],
    ['f(x) = \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 \\end{cases}', 'f(x) = {1 if x > 0; 0'],
    ['\\underbrace{a + b}_{\\text{합}}', 'a + b_합'],
    ['a \\bmod b', 'a mod b'],
    ['P(A \\mid B)', 'P(A | B)'],
    ['\\left(1 + \\frac1n\\right)^n', '(1 + 1/n)^n'],
    ['x_1, \\dots, x_n', 'x_1, …, x_n'],
    ['a\\phantom{b}c \\color{red} d', 'acd'],
    ['E \\tag{1}', 'E (1)'],
    ['', ''],
  ])('%s is %s', (tex, text) => {
    expect(read(tex)).toBe(text);
  });
});

describe('A mistake is explained with its offset:', () => {
  test.each([
    ['a + \\fraq{1}{2}', '4: Unknown command `\\fraq`: did you mean `\\frac`?'],
    ['\\foo', '0: Unknown command `\\foo`'],
    [`\\${'x'.repeat(100)}`, `0: Unknown command \`\\${'x'.repeat(39)}…\``],
    ['\\begin{alligned}a\\end{alligned}', '6: Unknown environment `alligned`: did you mean `aligned`?'],
    ['\\begin{aligned}a\\end{cases}', '16: `\\begin{aligned}` is closed by `\\end{cases}`'],
    ['\\begin{aligned} a', '17: A `\\begin{…}` is not closed before here'],
    ['a \\end{b}', '2: `\\end` without `\\begin`'],
    ['\\frac{a}{b', '10: A `{` is not closed before here'],
    ['{a', '2: A `{` is not closed before here'],
    ['a}', '1: `}` without `{`'],
    ['\\left( a', '8: `\\left` without `\\right`'],
    ['a \\right)', '2: `\\right` without `\\left`'],
    ['x^2^3', '3: Two superscripts on one symbol'],
    ['x_2_3', '3: Two subscripts on one symbol'],
    ['a & b', '2: `&` outside of an environment'],
    ['a $ b', '2: `$` inside a formula'],
    ['x^', '0: This formula is incomplete'],
    ['\\color{#12} x', '0: Unknown color `#12`'],
    ['\\def\\a{\\a\\a}\\a', '0: A command of this formula expands without end, or too often'],
    ['a \b b', '2: The invisible character U+0008 in a formula'],
    ['\\eqref{a} + 1', '0: Equations can’t be referenced'],
    ['\\phase{-78}', '0: A command of this formula can’t be shown on a page'],
  ])('%s', (tex, mistake) => {
    expect(read(tex)).toBe(mistake);
  });
});

describe('MathML has classes and attributes instead of styles:', () => {
  test.each([
    [
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
      ['mtable.math-jot', 'mtd.math-right', 'mtd.math-left', 'mtd.math-flush'],
    ],
    ['\\begin{cases} a & b \\end{cases}', ['mtd.math-left', 'mtd.math-gap']],
    [
      '\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}',
      ['mtd.math-rule-right', 'mtd.math-rule-bottom'],
    ],
    ['\\boxed{x}', ['mrow.math-box']],
    ['\\overline{x} \\underline{y}', ['mrow.math-over', 'mrow.math-under']],
    [
      '\\cancel{x} \\bcancel{y} \\xcancel{z} \\sout{a}',
      ['mrow.math-cancel', 'mrow.math-bcancel', 'mrow.math-xcancel', 'mrow.math-strike'],
    ],
    ['x \\tag{1}', ['mtable.math-wide', 'mtd.math-margin']],
    ['\\textcolor{#c00}{x}', ['mathcolor=#c00']],
    ['\\colorbox{yellow}{x}', ['mathbackground=#FFFF00']],
    ['\\mathrm{d}', ['mathvariant=normal']],
  ])('%s', (tex, expected) => {
    expect([...contentsOf(tex)]).toEqual(expect.arrayContaining(expected));
  });
});

test.each([
  ['\\href{javascript:alert(1)}{x}'],
  ['\\url{https://evil.example/}'],
  ['\\includegraphics{https://evil.example/x.png}'],
  ['\\htmlClass{skip}{x}'],
  ['\\class{skip}{x}'],
  ['\\htmlId{main}{x}'],
  ['\\id{main}{x}'],
  ['\\cssId{main}{x}'],
  ['\\htmlStyle{position:fixed}{x}'],
  ['\\style{position:fixed}{x}'],
  ['\\htmlData{pairs=x}{x}'],
  ['\\data{pairs=x}{x}'],
])('%s is a mistake', (tex) => {
  expect(toMathml(tex, true).mistake).toBeDefined();
});

const elements =
  'math mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover';
const attributes =
  'accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width';

test('no TeX can make a formula have a style, an address, an id or an element other than MathML’s', () => {
  const piece = fc.constantFrom(
    ...'\\href{javascript:alert(1)}{x}|\\class{skip}{x}|\\color{red}|\\color{url(x)}|\\colorbox{#f00}{x}|\\fcolorbox{red}{blue}{x}|\\text{<script>"|\\verb|\\char"3C|\\ref{a}|\\label{a}|\\tag{1}|\\begin{array}{l|r}|\\end{array}|\\hline|\\rule{99em}{99em}|\\hspace{9cm}|\\kern-9em|\\raisebox{9em}{x}|\\frac|\\sqrt|\\boxed|\\cancel|\\mathbb|\\left(|\\right)|\\def\\a{\\a}|\\a|\\gdef|\\ce{H2O}|\\begin{CD}|@>>>|\\end{CD}|{|}|&|\\\\|^|_|x|가|<|"|\'|%|#|~'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, isDisplay) => {
      const { math } = toMathml(pieces.join(' '), isDisplay);
      if (math === undefined) return;
      visit({ type: 'root', children: [math] }, 'element', ({ tagName, properties }: Element) => {
        expect(elements.split(' ')).toContain(tagName);
        for (const [name, value] of Object.entries(properties)) {
          if (name === 'alttext') continue;
          if (name === 'className')
            expect(value).toEqual((value as string[]).filter((each) => each.startsWith('math-')));
          else expect(attributes.split(' ')).toContain(name);
          expect(String(value)).toMatch(/^[\w#.%+, -]*$/);
        }
      });
    }),
    { numRuns: 1000 },
  );
});

test('a space is at most 10 em or 100 pt wide', () => {
  expect(contentsOf('\\hspace{999em}')).toContain('width=10em');
  expect(contentsOf('\\rule{999cm}{1em}')).toContain('width=100pt');
});

describe('A formula that would take too long or break a page is a mistake:', () => {
  const nested = (open: string, close: string, count: number): string =>
    open.repeat(count) + close.repeat(count);
  test.each([
    ['50 KB', 'a+'.repeat(25_000)],
    ['nested groups', nested('{', '}', 2000)],
    ['nested fractions', nested('\\frac{', '}{1}', 400)],
    ['nested roots', nested('\\sqrt{', '}', 500)],
    ['nested brackets', nested('(', ')', 2400)],
    ['nested environments', nested('\\begin{matrix}', '\\end{matrix}', 180)],
    ['nested scripts', nested('x^{', '}', 1200)],
    ['a macro that calls itself', '\\def\\a{\\a}\\a'],
    [
      'macros that multiply',
      '\\def\\a{xxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c}\\d\\d\\d\\d',
    ],
    ['a macro of arguments', '\\def\\a#1{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}'],
    ['a long macro, often', `\\def\\a{${'x'.repeat(2500)}}${'\\a'.repeat(1000)}`],
  ])('%s', (_, tex) => {
    expect(toMathml(tex, true).mistake).toBeDefined();
  });

  test('groups that leave no elements, from a fixed depth on, however much of the stack is free', () => {
    expect(toMathml(nested('{', '}', 500), true).mistake).toBeUndefined();
    expect(toMathml(nested('{', '}', 501), true).mistake).toBeDefined();
  });
});
