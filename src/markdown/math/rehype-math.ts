import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import { addNeed } from '../need.ts';
import { displayClass, inlineClass } from './remark-math.ts';

/**
 * Replaces the code of formulas by MathML. Must run after raw HTML is sanitized, which removes `<math>`.
 *
 * @param options.scroll accessible name of a formula that may scroll horizontally
 * @example
 * <div class="math scroll" role="group" tabindex="0" aria-label="…"><math display="block" alttext="E = mc^2">…</math></div>
 */
export function rehypeMath({ scroll }: { scroll: string }) {
  return (tree: Root, file: VFile): void => {
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

/** Returns whether an element is an inline formula, or contains only one, such as emphasis. */
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
