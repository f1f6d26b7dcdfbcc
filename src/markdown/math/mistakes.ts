import { findNearest } from '../../diagnostics/index.ts';

/** A mistake in a formula. */
export interface Mistake {
  /** Offset in the TeX, in UTF-16 units. */
  offset: number;
  what: string;
  fix: string;
}

/** The error for TeX that MathML Core or the site's style sheet can't show. */
export class UnsupportedError extends Error {
  override name = 'UnsupportedError';
}

/** Explains an error of the conversion in the words of the author's formula. */
export function explainError(error: unknown, tex: string): Mistake {
  if (error instanceof RangeError)
    return { offset: 0, what: 'This formula is nested too deeply', fix: 'Simplify it, or split it.' };
  if (error instanceof UnsupportedError)
    return { offset: 0, what: error.message, fix: 'Write the formula without it.' };
  if (error instanceof TypeError)
    return {
      offset: 0,
      what: 'This formula is incomplete',
      fix: 'Look for `^`, `_` or a command without an argument.',
    };
  // Temml appends an excerpt in which combining characters mark the place.
  const message = String(error instanceof Error ? error.message : error)
    .replace(/ at (?:end of input|position \d+): [^]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/\S{60,}/g, (word) => `${word.slice(0, 40)}…`)
    .trim();
  return { offset: Math.min(offsetOf(error), tex.length), ...explain(message) };
}

function offsetOf(error: unknown): number {
  const hasOffset = typeof error === 'object' && error !== null && 'position' in error;
  return hasOffset && typeof error.position === 'number' ? error.position : 0;
}

function explain(message: string): Omit<Mistake, 'offset'> {
  const [, character] = /^Unexpected character: '(.)'$/su.exec(message) ?? [];
  if (character !== undefined) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { what: `The invisible character U+${code} in a formula`, fix: 'Delete it.' };
  }
  for (const [pattern, what, fix] of explanations) {
    const [found, word = ''] = pattern.exec(message) ?? [];
    if (found === undefined) continue;
    return { what: found.replace(pattern, what) + suggest(word), fix: found.replace(pattern, fix) };
  }
  return { what: `This formula can’t be read: ${message}`, fix: seeCommands };
}

const seeCommands = 'Correct it; https://temml.org/docs/en/supported lists all commands.';

/** Patterns of Temml's messages, with what is wrong and a fix. `$1` is the text of the first group. */
const explanations: readonly (readonly [pattern: RegExp, what: string, fix: string])[] = [
  [
    /^Unsupported function name: (.*)$/s,
    'Unknown command `$1`',
    `${seeCommands} A \`\\newcommand\` works only in its own formula.`,
  ],
  [/^No such environment: (.*)$/s, 'Unknown environment `$1`', seeCommands],
  [
    /^Function "(.*)" is not trusted$/,
    '`$1` is not allowed in formulas',
    'Remove it. Links and pictures are written in Markdown, outside of the formula.',
  ],
  [
    /^Can't use function '\$' in math mode$/,
    '`$$` inside a formula',
    'Write `\\$$` for a dollar, or close the formula before here.',
  ],
  [/^Can't use function '(.*)' in math mode$/s, '`$1` can’t be used in a formula', 'Remove it.'],
  [
    /^Can't use function '(.*)' in text mode$/s,
    '`$1` can’t be used in `\\text{…}`',
    'Move it out of the text.',
  ],
  [
    /^Expected 'EOF', got '&'$/,
    '`&` outside of an environment',
    'Put the lines between `\\begin{aligned}` and `\\end{aligned}`, or write `\\&` for the character.',
  ],
  [
    /^Expected 'EOF', got '\\right'$/,
    '`\\right` without `\\left`',
    'Write `\\left` with a delimiter before it.',
  ],
  [
    /^Expected 'EOF', got '\\end'$/,
    '`\\end` without `\\begin`',
    'Remove it, or write `\\begin{…}` before it.',
  ],
  [
    /^(?:Expected 'EOF', got '}'|Extra })$/,
    '`}` without `{`',
    'Remove it, or write `\\}` for the character.',
  ],
  [
    /^Expected '\\right', got .*$/s,
    '`\\left` without `\\right`',
    'Write `\\right` with a delimiter, or `\\right.`.',
  ],
  [/^(?:Expected|.* expected) '}'.*$/s, 'A `{` is not closed before here', 'Write the missing `}`.'],
  [
    /^Expected (?:&|\\\\).*$/s,
    'A `\\begin{…}` is not closed before here',
    'Write `\\end{…}` with the same name.',
  ],
  [
    /^Mismatch: \\begin\{(.*)\} matched by \\end\{(.*)\}$/s,
    '`\\begin{$1}` is closed by `\\end{$2}`',
    'Write the same name in both.',
  ],
  [/^Double superscript$/, 'Two superscripts on one symbol', 'Use braces: `x^{a^b}`, or `{x^a}^b`.'],
  [/^Double subscript$/, 'Two subscripts on one symbol', 'Use braces: `x_{a_b}`, or `{x_a}_b`.'],
  [
    /^Expected group (?:after|as) '?([^']*)'?$/,
    '`$1` without an argument',
    'Write its argument after it, in braces.',
  ],
  [
    /^Too many expansions.*$/s,
    'A command of this formula expands without end, or too often',
    'Correct its `\\def` or `\\newcommand`, or write the formula without it.',
  ],
  [/^Invalid color: '(.*)'$/s, 'Unknown color `$1`', 'Use a name such as `red`, or a number such as `#c00`.'],
];

/** Returns the end of a message about an unknown name, if it is close to a common one. */
function suggest(name: string): string {
  const candidates = commonNames.filter((each) => each.slice(0, 2) === name.slice(0, 2));
  const nearest = findNearest(name, candidates);
  return nearest === undefined || nearest === name ? '' : `: did you mean \`${nearest}\`?`;
}

const commonCommands =
  'alpha approx argmax bar begin beta binom cap cdot cos cup delta end epsilon equiv exists exp forall frac gamma geq hat infty int lambda left leftarrow leq lim ln log mathbb mathbf mathcal mathit mathrm max min nabla neq omega operatorname overbrace overline partial prod quad right rightarrow sigma sin sqrt subset sum tan text theta tilde times underbrace underline vec';
const commonEnvironments = 'aligned array bmatrix cases gathered matrix pmatrix split vmatrix';
const commonNames = [
  ...commonCommands.split(' ').map((name) => `\\${name}`),
  ...commonEnvironments.split(' '),
];
