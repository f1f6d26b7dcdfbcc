import type { Element, ElementContent } from 'hast';

/**
 * Returns a formula as one line of plain text, for feeds, search and tables of contents, in the manner of UnicodeMath
 * (https://www.unicode.org/notes/tn28/).
 *
 * @example
 * \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}  →  (−b ± √(b^2 − 4ac))/(2a)
 */
export function linearText(math: Element): string {
  return textOf(math)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[),.;\]}])|(?<=[([{]) /g, '')
    .trim()
    .normalize('NFC');
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return toPlainLetters(node.value);
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  const parts = children.map(textOf);
  const [base = '', first = '', second = ''] = parts;
  switch (tagName) {
    case 'mo':
      return isInfix(node, base) ? ` ${base} ` : /^[,;]$/.test(base) ? `${base} ` : base;
    case 'mspace':
      return Number.parseFloat(String(properties.width)) > 0.15 ? ' ' : '';
    case 'mphantom':
      return '';
    case 'mfrac':
      return isBinomial(node)
        ? `${base} ¦ ${first}`
        : ` ${group(children[0], base)}/${group(children[1], first)} `;
    case 'msqrt':
      return `√${group(children[0], parts.join(''))}`;
    case 'mroot':
      return `√(${first}&${base})`;
    case 'msub':
    case 'munder':
      return scripted(base, ['_', children[1], first]);
    case 'msup':
      return scripted(base, ['^', children[1], first]);
    case 'mover':
      return accented(base.trim(), first.trim()) ?? scripted(base, ['^', children[1], first]);
    case 'msubsup':
    case 'munderover':
      return scripted(base, ['_', children[1], first], ['^', children[2], second]);
    case 'mtable':
      return parts.map((part) => part.trim()).join('; ');
    case 'mtr':
    case 'mmultiscripts':
      return parts.join(' ');
    default:
      return parts.join('');
  }
}

/** Replaces the letters of mathematical alphabets (Unicode, 22.2) by plain ones, and the invisible function application by a space. */
function toPlainLetters(text: string): string {
  return text
    .replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/\u2061/g, ' ')
    .replace(/[\u2062-\u2064\u200b]/g, '');
}

const largeOperator = /^[∏-∑∫-∳⋀-⋃⨀-⨖]$/;

/** Returns whether an operator is a relation, a binary operator or a word such as `mod`, which have spaces around them. */
function isInfix({ properties: { form, lspace } }: Element, operator: string): boolean {
  if (Number.parseFloat(String(lspace)) > 0.1) return true;
  if (form === 'prefix' || form === 'postfix' || largeOperator.test(operator)) return false;
  return /^(?:[\p{Sm}−·∗⋯…:]|\p{L}{2,})$/u.test(operator) && !/^[|¬√∂∇∀∃⏞⏟]$/.test(operator);
}

function isBinomial({ properties }: Element): boolean {
  return Number.parseFloat(String(properties.linethickness)) === 0;
}

/** Encloses anything but a letter, a number or a word in parentheses. */
function group(node: ElementContent | undefined, text: string): string {
  const trimmed = text.trim();
  const isLeaf =
    node?.type === 'element' && ['mi', 'mn', 'mtext'].includes(node.tagName) && !/\s/.test(trimmed);
  return isLeaf || /^(?:\p{L}\p{M}*|[\p{N}.]*|\([^()]*\))$/u.test(trimmed) ? trimmed : `(${trimmed})`;
}

type Script = readonly [mark: '_' | '^', node: ElementContent | undefined, text: string];

function scripted(base: string, ...scripts: readonly Script[]): string {
  const text = scripts.map(([mark, node, script]) => {
    const trimmed = script.trim();
    if (trimmed === '' || /^[′″‴]+$/.test(trimmed)) return trimmed;
    // The brace of an expression, whose label follows.
    return /^[⎴⎵⏜-⏡]$/.test(trimmed) ? '' : mark + group(node, trimmed);
  });
  return base.trimEnd() + text.join('') + (largeOperator.test(base.trim()) ? ' ' : '');
}

/** The combining characters of accents. */
const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
};

/** Returns a letter with its accent, an expression without it, or `undefined` if the mark is not an accent. */
function accented(base: string, mark: string): string | undefined {
  const combining = accents[mark];
  if (combining === undefined) return undefined;
  return /^.$/u.test(base) ? base + combining : base;
}
