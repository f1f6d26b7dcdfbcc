import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { isMath, toMathml, type InlineMath, type MathBlock } from '../../markdown/index.ts';
import type { Edit } from '../edits.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Converts formulas with a mistake to code, and `$$` that opens a formula without an end to text. */
export function convertFormulas(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, (node) => {
    if (!isMath(node)) return;
    const isUnclosed = node.data?.isUnclosed === true;
    const { mistake } = toMathml(node.value, node.type === 'math' || node.isDisplay);
    if (!isUnclosed && mistake === undefined) return;
    const { start, line, column } = spanOf(node);
    conversions.push({
      line,
      column,
      edits: isUnclosed ? [{ start, end: start + 2, text: '\\$\\$' }] : toCode(node, markdown),
      rule: 'import/formula',
      what: isUnclosed
        ? '`$$` without an end converted to text'
        : `Formula converted to code: ${mistake?.what ?? ''}`,
      why: 'A formula with a mistake would stop a build.',
      fix: isUnclosed
        ? 'Nothing to do, unless it was meant to open a formula.'
        : 'Correct the formula, and write the dollars again.',
    });
  });
  return conversions;
}

function toCode(node: MathBlock | InlineMath, markdown: string): Edit[] {
  const { start, end } = spanOf(node);
  const written = markdown.slice(start, end);
  const fenced = /^[`~]+[ \t]*(?=math)/.exec(written)?.[0];
  if (fenced !== undefined)
    return [{ start: start + fenced.length, end: start + fenced.length + 'math'.length, text: 'latex' }];
  if (!/^\$\$[ \t]*[\r\n]/.test(written))
    return [
      { start, end: start, text: '`' },
      { start: end, end, text: '`' },
    ];
  const fence = '`'.repeat(
    Math.max(3, 1 + Math.max(...(node.value.match(/`+/g) ?? []).map(({ length }) => length))),
  );
  const close = start + written.lastIndexOf('$$');
  return [
    { start, end: start + 2, text: `${fence}latex` },
    { start: close, end: close + 2, text: breakBefore(node, markdown, close) + fence },
  ];
}

/** Returns a line break, and the prefix of the containers around a formula, if its last line has TeX before an offset. */
function breakBefore({ data, position }: MathBlock | InlineMath, markdown: string, offset: number): string {
  const last = data?.lines?.at(-1);
  if (last === undefined || last.line !== position?.end.line) return '';
  const lineStart = markdown.lastIndexOf('\n', offset) + 1;
  return `\n${markdown.slice(lineStart, lineStart + last.column - 1)}`;
}
