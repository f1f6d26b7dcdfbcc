import type { Heading, Paragraph, Root, Table, TableRow } from 'mdast';
import type { Position } from 'unist';
import { visit } from '../tree/index.ts';
import type { VFile } from 'vfile';
import { quote } from './quote.ts';
import { report, type Finding } from './report.ts';

/** Reports cells that a table has no column for, code that is split into two cells, and tables that are shown as text. */
export function remarkTables() {
  return (tree: Root, file: VFile): void => {
    const source = tree.data?.source;
    if (source?.includes('|') !== true) return;
    const lines = source.split('\n');
    visit(tree, (node) => {
      if (node.type === 'table') checkRows(node, source, file);
      else if (node.type === 'paragraph' || node.type === 'heading') checkText(node, lines, file);
    });
  };
}

/** A `|` that divides cells, after an even number of backslashes. */
const divider = /(?<!\\)(?<before>(?:\\\\)*)\|/g;

function checkRows({ align, children }: Table, source: string, file: VFile): void {
  const columns = align?.length ?? 0;
  for (const row of children) {
    const extra = row.children.slice(columns);
    const splitCode = findSplitCode(row, source)?.code;
    if (splitCode !== undefined) reportSplitCode(file, row, splitCode, extra.length > 0);
    else if (extra.length > 0) reportExtraCells(file, row, { columns, source });
  }
}

function reportSplitCode(file: VFile, row: TableRow, code: string, isLost: boolean): void {
  report(file, row, {
    rule: 'table/pipe-in-code',
    severity: isLost ? 'error' : 'warning',
    what: `Code with a \`|\` in a table: “${quote(code)}”`,
    why: 'A row is divided at each `|` before code is read, so the code is split into two cells.',
    fix: `Write “${quote(code.replaceAll(divider, String.raw`$<before>\|`))}”.`,
  });
}

function reportExtraCells(
  file: VFile,
  { children, position }: TableRow,
  { columns, source }: { columns: number; source: string },
): void {
  const start = children[columns]?.position?.start;
  const extra = position && start && { start, end: position.end };
  report(
    file,
    { type: 'tableCell', ...(extra && { position: extra }) },
    {
      rule: 'table/extra-cells',
      severity: 'error',
      what: `A row has ${children.length} cells, its table ${columns} columns: “${quote(sliceOf(source, extra))}” is left out`,
      why: 'A table has as many columns as its header, and the page shows no further cells.',
      fix: 'Add a column to the header and to the line below it, or remove the cell. If a `|` is text, write `\\|`.',
    },
  );
}

function sliceOf(source: string, position: Position | undefined): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Returns the first code span that a divider splits, as written, and its offset. Two lone backticks in cells of their own are none. */
function findSplitCode({ position }: TableRow, source: string): { code: string; offset: number } | undefined {
  const spans = sliceOf(source, position).matchAll(
    /(?<![\\`])(?<ticks>`+)(?!`)(?<code>.*?)(?<!`)\k<ticks>(?!`)/g,
  );
  for (const { 0: span, index, groups: { code = '' } = {} } of spans)
    if (code.search(divider) !== -1 && !/^\s.*\s$/.test(code))
      return { code: span, offset: (position?.start.offset ?? 0) + index };
  return undefined;
}

/** Returns the offsets of the `|` in a table that a backslash would keep from splitting code or from starting a cell without a column. */
export function findSurplusDividers({ align, children }: Table, source: string): number[] {
  return children.flatMap((row) => {
    const split = findSplitCode(row, source);
    if (split !== undefined)
      return [...split.code.matchAll(divider)].map(
        ({ 0: found, index }) => split.offset + index + found.length - 1,
      );
    return row.children.slice(align?.length ?? 0).map(({ position }) => position?.start.offset ?? 0);
  });
}

/** Reports the first part of a paragraph, or a heading, that was meant as a table. */
function checkText({ type, position }: Heading | Paragraph, lines: readonly string[], file: VFile): void {
  if (position === undefined) return;
  const { start, end } = position;
  const own = lines.slice(start.line - 1, end.line).map((line, index) => {
    const indent = index === 0 ? start.column - 1 : (/^[\s>]*/.exec(line)?.[0].length ?? 0);
    return { text: line.slice(indent).trimEnd(), column: indent + 1 };
  });
  for (const [index, { text, column }] of own.entries()) {
    const next = own[index + 1]?.text;
    if (next === undefined || !text.includes('|')) continue;
    const problem = type === 'heading' ? findUnderlined(text, next) : findProblem(text, next);
    if (problem === undefined) continue;
    const line = start.line + index;
    const place = { start: { line, column }, end: { line, column: column + text.length } };
    report(
      file,
      { type, position: place },
      {
        rule: 'table/not-read',
        severity: 'warning',
        what: `A table is shown as ${type === 'heading' ? 'a heading' : 'text'}: ${problem}`,
        ...advice(text),
      },
    );
    return;
  }
}

function advice(header: string): Pick<Finding, 'why' | 'fix'> {
  const delimiters = `|${' --- |'.repeat(cellsOf(header).length)}`;
  return {
    why: 'The page shows the `|` instead of cells.',
    fix: `Write the line below the header “${quote(header)}” as \`${delimiters}\`, with a blank line before the header.`,
  };
}

/** Returns why two lines of a paragraph do not begin a table, or `undefined` if they don't look like one. */
function findProblem(header: string, next: string): string | undefined {
  if (isDelimiterRow(next)) {
    const [cells, columns] = [cellsOf(header).length, cellsOf(next).length];
    if (cells !== columns) return `its header has ${cells} cells, the line \`${next}\` below it ${columns}`;
    return 'a table can’t begin here, within a paragraph of a list or quote';
  }
  if (!isRow(header)) return undefined;
  if (/^[\s|:+\-–—=_]*$/.test(next) && /[-–—=_]{2}/.test(next))
    return `the line \`${quote(next)}\` below its header is not made of \`-\` and \`|\``;
  return isRow(next) ? `there is no line of \`| --- |\` below \`${quote(header)}\`` : undefined;
}

/** Returns why a heading with a line of `---` below it is not a table. */
function findUnderlined(header: string, next: string): string | undefined {
  return isRow(header) && /^(?:-+|=+)$/.test(next)
    ? `its header has ${cellsOf(header).length} cells, the line \`${quote(next)}\` below it 1`
    : undefined;
}

/** Returns whether a line begins and ends with `|`. */
function isRow(line: string): boolean {
  return /^\|.*\|$/.test(line) && line.length > 2;
}

/** Returns whether a line consists of `---`, with or without colons, between dividers (https://github.github.com/gfm/#delimiter-row). */
function isDelimiterRow(line: string): boolean {
  return line.includes('|') && /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(line);
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\s*\|/, '')
    .replace(/(?<!\\)(?<before>(?:\\\\)*)\|\s*$/, '$<before>')
    .split(/(?<!\\)(?:\\\\)*\|/);
}
