import type { Element, Parents, Root as HastRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Root, Text } from 'mdast';
import type { Node } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addNeed } from '../need.ts';
import { report } from '../report.ts';
import { toMathml } from './mathml.ts';
import { isMath, type InlineMath, type MathBlock } from './nodes.ts';
import { blankWords } from './words.ts';

declare module 'vfile' {
  interface DataMap {
    /** The `<math>` elements of a text by class and source of their code, for `rehypeMath`. */
    formulas: ReadonlyMap<string, Element>;
  }
}

/** The classes of the code that a formula is until `rehypeMath` replaces it. They pass the sanitizer as names of languages. */
const [inlineClass, displayClass] = ['language-math', 'language-math-display'];

/** Converts the formulas of a text to MathML, reports mistakes in them, and makes each formula code. */
export function remarkMath() {
  return (tree: Root, file: VFile): void => {
    const formulas = new Map<string, Element>();
    file.data.formulas = formulas;
    visit(tree, (node) => {
      if (node.type === 'text' && node.data?.openMath !== undefined) reportOpen(node, file);
      if (!isMath(node)) return;
      const className = node.type === 'math' || node.isDisplay ? displayClass : inlineClass;
      setCode(node, className);
      if (node.data?.isUnclosed === true) {
        reportUnclosed(node, file);
        return;
      }
      const key = `${className} ${node.value}`;
      const math = formulas.get(key) ?? convert(node, className === displayClass, file);
      if (math === undefined) return;
      formulas.set(key, math);
      checkWords(node, file);
    });
  };
}

function convert(node: MathBlock | InlineMath, isDisplay: boolean, file: VFile): Element | undefined {
  const { math, mistake } = toMathml(node.value, isDisplay);
  if (mistake !== undefined) {
    report(file, placeIn(node, mistake.offset), {
      rule: 'math/not-read',
      severity: 'error',
      what: mistake.what,
      why: 'Readers would see the source of the formula instead.',
      fix: isDisplay ? mistake.fix : `${mistake.fix} If \`$\` means dollars here, write \`\\$\`.`,
    });
    return undefined;
  }
  return math;
}

/** Makes a formula `<code>`, in `<pre>` if it is a block: what readers see if it can't be converted. */
function setCode(node: MathBlock | InlineMath, className: string): void {
  const text = { type: 'text' as const, value: node.value };
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: [className] },
    children: [text],
  };
  const { hProperties } = node.data ?? {};
  node.data =
    node.type === 'math'
      ? { ...node.data, hName: 'pre', hChildren: [code] }
      : {
          ...node.data,
          hName: 'code',
          hProperties: { ...hProperties, className: [className] },
          hChildren: [text],
        };
}

/** Returns a node for `report` at an offset of the TeX. */
function placeIn(node: MathBlock | InlineMath, offset: number): Node {
  const before = node.value.slice(0, offset).split('\n');
  const start = node.data?.lines?.[before.length - 1];
  if (node.position === undefined || start === undefined) return node;
  const point = { line: start.line, column: start.column + (before.at(-1)?.length ?? 0) };
  return { type: node.type, position: { start: point, end: point } };
}

const words = /[\p{scx=Hang}\p{scx=Hani}]+\s+[\p{scx=Hang}\p{scx=Hani}]+/u;

/** Reports words with spaces between them, which TeX ignores outside of `\text{…}`. */
function checkWords(node: MathBlock | InlineMath, file: VFile): void {
  const found = words.exec(blankWords(node.value));
  if (found === null) return;
  report(file, placeIn(node, found.index), {
    rule: 'math/words',
    severity: 'warning',
    what: `\`${found[0].replace(/\s+/g, ' ')}\` in a formula, outside of \`\\text{…}\``,
    why: 'A formula leaves out the spaces between its words.',
    fix: 'Write `\\text{…}` around the words. If `$` means dollars here, write `\\$`.',
  });
}

function reportUnclosed(node: MathBlock | InlineMath, file: VFile): void {
  const lines = node.value.split('\n');
  const last = lines.findLast((line) => line.trim() !== '')?.trim();
  report(file, node, {
    rule: 'math/unclosed',
    severity: 'error',
    what: `This \`$$\` opens a formula that is never closed${last === undefined ? '' : `: it takes in everything up to \`${last}\``}`,
    why: 'Readers would see all of it as the source of a formula.',
    fix: 'Write `$$` on a line of its own after the formula. If it means dollars, write `\\$\\$`.',
  });
}

/** Reports `$$` in a paragraph that opens no formula. */
function reportOpen({ type, position, data }: Text, file: VFile): void {
  const point = data?.openMath;
  report(
    file,
    position === undefined || point === undefined
      ? { type }
      : { type, position: { start: point, end: point } },
    {
      rule: 'math/unclosed',
      severity: 'warning',
      what: 'This `$$` neither opens nor closes a formula',
      why: 'Readers see the dollars and the source of the formula.',
      fix: 'Write a `$$` on each side of the formula, in one paragraph, or each alone on a line. If it means dollars, write `\\$\\$`.',
    },
  );
}

/**
 * Replaces the code of formulas by MathML. Must run after raw HTML is sanitized, which removes `<math>`.
 *
 * @param options.scroll accessible name of a formula that may scroll horizontally
 * @example
 * <div class="math scroll" role="group" tabindex="0" aria-label="…"><math display="block" alttext="E = mc^2">…</math></div>
 */
export function rehypeMath({ scroll }: { scroll: string }) {
  return (tree: HastRoot, file: VFile): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      const code = codeOf(node);
      if (code === undefined || parent === undefined || index === undefined) return;
      const className = String(code.properties.className);
      const math = file.data.formulas?.get(`${className} ${toString(code)}`);
      if (math === undefined) {
        if (className === inlineClass || className === displayClass) delete code.properties.className;
        return;
      }
      addNeed(file, 'math');
      const frame = frameOf(node, math, className);
      const region = { role: 'group', tabIndex: 0, ariaLabel: scroll };
      const formula = structuredClone(math);
      parent.children[index] = frame === undefined ? formula : h(frame, region, formula);
      return SKIP;
    });
    visit(tree, 'element', (node: Element, index, parent) => {
      if (!isInlineFormula(node) || parent === undefined || index === undefined) return;
      bindToNeighbors(node, parent, index);
      return SKIP;
    });
  };
}

/** Returns whether an element is a formula in a line, or has nothing but one, such as emphasis. */
function isInlineFormula({ tagName, properties, children }: Element): boolean {
  if (tagName === 'math') return properties.display !== 'block';
  if (tagName === 'span') return String(properties.className).includes('math--inline');
  const [only, ...others] = ['strong', 'em', 'del', 'a'].includes(tagName) ? children : [];
  return only?.type === 'element' && others.length === 0 && isInlineFormula(only);
}

/**
 * Keeps a formula in one line with the characters next to it, such as the first of a particle or a bracket: browsers may break
 * lines on both sides of it, even at a word joiner.
 */
function bindToNeighbors(formula: Element, parent: Parents, index: number): void {
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  const first = before?.type === 'text' ? (/\S$/u.exec(before.value)?.[0] ?? '') : '';
  const last = after?.type === 'text' ? (/^\S/u.exec(after.value)?.[0] ?? '') : '';
  if (first === '' && last === '') return;
  if (before?.type === 'text') before.value = before.value.slice(0, before.value.length - first.length);
  if (after?.type === 'text') after.value = after.value.slice(last.length);
  parent.children[index] = h(
    'span.math-word',
    [first, formula, last].filter((part) => part !== ''),
  );
}

function codeOf(node: Element): Element | undefined {
  if (node.tagName === 'code') return node;
  const [code, ...others] = node.tagName === 'pre' ? node.children : [];
  return code?.type === 'element' && code.tagName === 'code' && others.length === 0 ? code : undefined;
}

/** The longest formula in a line that fits into a column of a phone, in characters of its plain text. */
const maxInline = 20;

/** Returns the selector of the region that a formula scrolls in, or `undefined` for a short one in a line. */
function frameOf({ tagName }: Element, { properties }: Element, className: string): string | undefined {
  if (tagName === 'pre') return 'div.math.scroll';
  if (className === displayClass) return 'span.math.scroll';
  return String(properties.alttext).length > maxInline ? 'span.math.math--inline.scroll' : undefined;
}
