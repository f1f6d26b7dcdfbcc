import type { Element } from 'hast';
import type { Root, Text } from 'mdast';
import type { Node } from 'unist';
import { visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import { quote } from '../quote.ts';
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
export const [inlineClass, displayClass] = ['language-math', 'language-math-display'];

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

/** Words of CJK letters with a space between them. */
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
    what: `This \`$$\` opens a formula that is never closed${last === undefined ? '' : `: it takes in everything up to “${quote(last)}”`}`,
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
