import type { Code, Literal, Paragraph, Root, Text } from 'mdast';
import type { Processor } from 'unified';
import type { Node } from 'unist';
import { visit } from '../../tree/index.ts';
import { placeAfter, type Place } from '../../diagnostics/index.ts';
import { mathSyntax } from './syntax.ts';

/** A formula as a block: `$$` around lines, a paragraph with only `$$…$$`, or a code block with the language `math`. */
export interface MathBlock extends Literal {
  type: 'math';
  data?: MathData;
}

/** A formula in a paragraph: `$…$`, or `$$…$$` if it is displayed on a line of its own. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
  isDisplay: boolean;
  data?: MathData;
}

interface MathData extends NonNullable<Literal['data']> {
  /** The position in the text at which each line of the TeX begins. */
  lines?: readonly Place[];
  /** Whether the closing `$$` is missing. */
  isUnclosed?: boolean;
}

declare module 'mdast' {
  interface RootContentMap {
    math: MathBlock;
    inlineMath: InlineMath;
  }

  interface BlockContentMap {
    math: MathBlock;
  }

  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }

  interface TextData {
    /** The place of a `$$` that is not part of a formula. */
    openMath?: Place;
  }
}

/** Parses formulas into `math` and `inlineMath` nodes. */
export function remarkMathSyntax(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  micromarkExtensions.push(mathSyntax);
  fromMarkdownExtensions.push({
    enter: {
      mathFlow(token) {
        this.enter({ type: 'math', value: '', data: {} }, token);
      },
      mathText(token) {
        this.enter({ type: 'inlineMath', value: '', isDisplay: false, data: {} }, token);
      },
    },
    exit: {
      mathSequence({ start, end }) {
        const node = this.stack.at(-1);
        if (node?.type === 'inlineMath') node.isDisplay = end.offset - start.offset === 2;
        if (node?.type === 'math')
          node.data = { ...node.data, isUnclosed: start.offset === node.position?.start.offset };
      },
      mathData(token) {
        const node = this.stack.at(-1);
        if (isMath(node)) append(node, this.sliceSerialize(token), token.start);
      },
      mathFlow(token) {
        this.exit(token);
      },
      mathText(token) {
        this.exit(token);
      },
    },
  });
}

/** Returns whether a node is a formula. */
export function isMath(node: Node | undefined): node is MathBlock | InlineMath {
  return node?.type === 'math' || node?.type === 'inlineMath';
}

function append(node: MathBlock | InlineMath, tex: string, { line, column }: Place): void {
  const lines = [...(node.data?.lines ?? [])];
  for (let next = (lines.at(-1)?.line ?? line - 1) + 1; next <= line; next += 1) {
    if (lines.length > 0) node.value += '\n';
    lines.push(next === line ? { line, column } : { line: next, column: 1 });
  }
  node.value += tex;
  node.data = { ...node.data, lines };
}

/**
 * Replaces paragraphs with only `$$…$$` and code blocks with the language `math` by `math` nodes. In tables, where `|` has to be
 * escaped, `\|` in a formula becomes `|`. Stores the place of `$$` that is left in text.
 */
export function normalizeMath(tree: Root, markdown: string): void {
  visit(tree, (node, index, parent) => {
    const block =
      node.type === 'paragraph' ? fromParagraph(node) : node.type === 'code' ? fromCode(node) : undefined;
    if (block !== undefined && parent !== undefined && index !== undefined) parent.children[index] = block;
    if (node.type === 'text') markOpenMath(node, markdown);
    if (node.type === 'tableCell')
      visit(node, 'inlineMath', (formula) => {
        formula.value = formula.value.replaceAll('\\|', '|');
      });
  });
}

function fromParagraph({ children, position, data }: Paragraph): MathBlock | undefined {
  const [formula, ...others] = children.filter((each) => each.type !== 'text' || each.value.trim() !== '');
  if (formula?.type !== 'inlineMath' || !formula.isDisplay || others.length > 0) return undefined;
  if (data !== undefined && 'directiveLabel' in data) return undefined;
  return { type: 'math', value: formula.value, data: formula.data ?? {}, ...(position && { position }) };
}

function fromCode({ lang, meta, value, position }: Code): MathBlock | undefined {
  if (lang !== 'math' || meta != null) return undefined;
  if (position === undefined) return { type: 'math', value };
  const { line, column } = position.start;
  const lines = value.split('\n').map((_, index) => ({ line: line + 1 + index, column }));
  return { type: 'math', value, data: { lines }, position };
}

function markOpenMath(node: Text, markdown: string): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || !node.value.includes('$$')) return;
  const written = markdown.slice(start.offset, end?.offset);
  const index = written.search(/(?<![\\$])\$\$(?!\$)/);
  if (index === -1) return;
  node.data = { ...node.data, openMath: placeAfter(start, written.slice(0, index)) };
}
