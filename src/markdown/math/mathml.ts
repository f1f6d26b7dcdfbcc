import type { Element, ElementContent, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { linearText } from './linear-text.ts';
import { explainError, UnsupportedError, type Mistake } from './mistakes.ts';

/** A formula as a `<math>` element, or the mistake in its TeX. */
export type Formula = { math: Element; mistake?: undefined } | { math?: undefined; mistake: Mistake };

/** The longest formula that is converted, in UTF-16 units: for some constructs Temml needs time that grows with the square of the length. */
const maxLength = 5000;

/** The longest formula with definitions, each use of which can be as long as the formula. */
const maxLengthWithDefinitions = 1000;

/** The largest lengths that TeX can set, in em and in pt. */
const [maxEm, maxPt] = [10, 100];

/** The deepest nesting of elements. Browsers flatten a document below 512 levels. */
const maxDepth = 64;

/**
 * The deepest nesting of braces. Temml parses groups recursively, and those without content leave no elements: without this limit,
 * whether a formula is converted would depend on how much of the stack is in use.
 */
const maxGroupDepth = 500;

/**
 * Converts TeX to a `<math>` element with the formula as plain text in `alttext`.
 *
 * Temml sets styles, which the content security policy forbids. They become attributes of MathML Core
 * (https://www.w3.org/TR/mathml-core/) or classes of `styles/math.css`. Whatever else is not in MathML Core is left out.
 */
export function toMathml(tex: string, isDisplay: boolean): Formula {
  const limit = /\\(?:[egx]?def|(?:re)?newcommand|providecommand)/.test(tex)
    ? maxLengthWithDefinitions
    : maxLength;
  if (tex.length > limit) {
    const what = `This formula is ${tex.length} characters long, more than ${limit}`;
    return { mistake: { offset: 0, what, fix: 'Split it into several formulas.' } };
  }
  try {
    if (groupDepth(tex) > maxGroupDepth) throw new RangeError('Too deep');
    const html = temml.renderToString(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 500,
      maxSize: [maxEm, maxPt],
    });
    const [root] = fromHtml(html, { fragment: true }).children;
    if (root?.type !== 'element') throw new UnsupportedError(reference);
    const math = toCore(root, 0);
    return { math: { ...math, properties: { ...math.properties, alttext: linearText(math) } } };
  } catch (error) {
    return { mistake: explainError(error, tex) };
  }
}

/** Returns the deepest nesting of braces in TeX. Escaped ones count too, as Temml nests them in the same way. */
function groupDepth(tex: string): number {
  let [depth, deepest] = [0, 0];
  for (const [brace] of tex.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Returns a formula as one line of plain text, or its TeX if it can't be converted. */
export function toPlainText(tex: string): string {
  const { math } = toMathml(tex, false);
  return math === undefined ? tex : String(math.properties.alttext);
}

/** The problem with `\ref`, which a page could only resolve with a script. */
const reference = 'Equations can’t be referenced';

const coreElements = new Set(
  'math mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  ),
);

const coreAttributes = new Set(
  'accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathbackground mathcolor mathsize maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
);

/** The classes for what `<menclose>` draws, which is not in MathML Core. */
const enclosures: Readonly<Record<string, string>> = {
  box: 'math-box',
  top: 'math-over',
  bottom: 'math-under',
  updiagonalstrike: 'math-cancel',
  downdiagonalstrike: 'math-bcancel',
  'updiagonalstrike downdiagonalstrike': 'math-xcancel',
  horizontalstrike: 'math-strike',
};

function toCore(element: Element, depth: number): Element {
  if (depth > maxDepth) throw new RangeError('Too deep');
  const tagName = toCoreName(element);
  const className = classesOf(element);
  const properties = { ...toCoreProperties(element), ...(className.length > 0 && { className }) };
  return {
    type: 'element',
    tagName,
    properties,
    children: element.children.flatMap((child) => toCoreChild(child, depth)),
  };
}

function toCoreChild(child: ElementContent, depth: number): ElementContent[] {
  if (child.type === 'text') return [{ type: 'text', value: child.value }];
  // The automatic number of an equation, which Temml's style sheet would count.
  if (child.type !== 'element' || child.tagName === 'span') return [];
  return [toCore(child, depth + 1)];
}

function toCoreName({ tagName, properties }: Element): string {
  if (coreElements.has(tagName)) return tagName;
  if (tagName === 'none') return 'mrow';
  if (tagName === 'menclose' && Object.hasOwn(enclosures, String(properties.notation))) return 'mrow';
  throw new UnsupportedError(
    tagName === 'a' ? reference : 'A command of this formula can’t be shown on a page',
  );
}

function toCoreProperties({ tagName, properties, children }: Element): Properties {
  const own = Object.entries(properties).filter(
    ([name, value]) => coreAttributes.has(name) && /^[\w#.%+-]*$/.test(String(value)),
  );
  const { color, 'background-color': background, 'math-depth': mathDepth } = stylesOf(properties);
  return {
    ...Object.fromEntries(own.map(([name, value]) => [name, limitLength(value)])),
    // Browsers set a single letter in italics unless told otherwise.
    ...(tagName === 'mi' &&
      properties.mathvariant === 'normal' &&
      children.length > 0 && { mathvariant: 'normal' }),
    ...(color !== undefined && { mathcolor: color }),
    ...(background !== undefined && { mathbackground: background }),
    ...(mathDepth !== undefined && { scriptlevel: mathDepth }),
  };
}

/** Limits a length in units that Temml does not limit. */
function limitLength(value: Properties[string]): Properties[string] {
  const [, number, unit = ''] = /^(-?[\d.]+)(cm|in|mm|px)$/.exec(String(value)) ?? [];
  return number === undefined ? value : `${Math.min(maxPt, Number(number) * (ptPerUnit[unit] ?? 1))}pt`;
}

/** CSS points per unit of length. */
const ptPerUnit: Readonly<Record<string, number>> = { cm: 72 / 2.54, in: 72, mm: 7.2 / 2.54, px: 0.75 };

/** Returns the declarations of a `style` attribute by name. Values other than lengths, colors and words are left out. */
function stylesOf({ style }: Properties): Readonly<Record<string, string>> {
  const declarations = [
    ...(typeof style === 'string' ? style : '').matchAll(/([a-z-]+)\s*:\s*([\w#.% -]+)/g),
  ];
  return Object.fromEntries(declarations.map(([, name = '', value = '']) => [name, value.trim()]));
}

function classesOf({ tagName, properties }: Element): string[] {
  const { className, notation } = properties;
  const given = Array.isArray(className) ? className : [];
  const styles = stylesOf(properties);
  const classes: Readonly<Record<string, boolean>> = {
    'math-jot': tagName === 'mtable' && given.includes('tml-jot'),
    'math-small': tagName === 'mtable' && given.includes('tml-small'),
    'math-wide': tagName === 'mtable' && styles.width === '100%',
    'math-margin': tagName === 'mtd' && styles.width === '50%',
    'math-left': given.includes('tml-left') || styles['text-align'] === 'left',
    'math-right': given.includes('tml-right'),
    ...cellClasses(styles),
    'math-box': styles.border !== undefined,
    [enclosures[String(notation)] ?? '']: tagName === 'menclose',
  };
  return Object.keys(classes).filter((name) => classes[name] === true);
}

/** Returns the classes for the spacing and rules of a table cell. Without one it has the browser's padding. */
function cellClasses(styles: Readonly<Record<string, string>>): Record<string, boolean> {
  const [before, after] = [styles['padding-left'], styles['padding-right']].map((length) =>
    length === undefined ? undefined : Number.parseFloat(length),
  );
  return {
    'math-flush': before === 0 && after === 0,
    'math-gap': before === 1 && after === 0,
    ...Object.fromEntries(
      ['top', 'bottom', 'left', 'right'].map((side) => [
        `math-rule-${side}`,
        styles[`border-${side}`] !== undefined,
      ]),
    ),
  };
}
