import type { Nodes, Root, Table } from 'mdast';
import { TextLimit } from '../../diagnostics/index.ts';
import { isEndOptional, isHtmlElement, isVoid } from '../html/elements.ts';

/**
 * The maximal depth of a text’s tree, and of its raw HTML elements. The programs that walk the trees are recursive, and overflow
 * the stack at about 1,000 levels. A list item takes two levels. Of 1,600 real texts, the deepest has 14.
 */
const maxDepth = 300;

/** The maximal number of cells that rows of a table lack: all of them are added, so a row of one character may become hundreds. */
const maxMissingCells = 10_000;

/**
 * Throws a `TextLimit` if the tree, or the raw HTML in it, is nested too deeply, or if a table would become much larger than its
 * text. Not recursive itself.
 */
export function limitDepth(tree: Root): void {
  const pending: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next;
    if (depth > maxDepth) throw tooDeep('Markup is', node);
    if (node.type === 'table') limitMissingCells(node);
    if (!('children' in node)) continue;
    limitHtml(node.children);
    // In reverse, so that nodes are taken in the order of the text.
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) pending.push({ node: child, depth: depth + 1 });
    }
  }
}

function limitMissingCells(table: Table): void {
  const columns = table.children[0]?.children.length ?? 0;
  const missing = table.children.reduce(
    (sum, { children }) => sum + Math.max(0, columns - children.length),
    0,
  );
  if (missing > maxMissingCells)
    throw new TextLimit(
      `The rows of this table lack more than ${maxMissingCells} cells`,
      'Write as many cells in each row as there are in the header, or remove columns from the header.',
      table.position?.start,
    );
}

/** Limits the raw HTML of siblings: `remarkRawHtml` closes each element where they end, at the latest. */
function limitHtml(siblings: readonly Nodes[]): void {
  let open = 0;
  for (const node of siblings) {
    if (node.type !== 'html') continue;
    open = countOpen(node.value, open);
    if (open > maxDepth) throw tooDeep('Unclosed HTML elements are', node);
  }
}

/** Returns the number of open elements after a piece of HTML, given the number before it. Ignores those that may lack an end tag. */
function countOpen(html: string, before: number): number {
  let open = before;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (!isHtmlElement(name.toLowerCase()) || isVoid(name) || isEndOptional(name)) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > maxDepth) return open;
  }
  return open;
}

function tooDeep(what: string, { position }: Nodes): TextLimit {
  return new TextLimit(
    `${what} nested more than ${maxDepth} levels deep`,
    'Close elements, or put less of the text inside other parts of it. Put markup that is meant as text into a code block.',
    position?.start,
  );
}
