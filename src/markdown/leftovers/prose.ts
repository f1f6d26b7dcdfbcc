import type { Nodes, Parents, Root } from 'mdast';
import { visit } from '../../tree/index.ts';

/** Placeholder for one UTF-16 unit of code, an address, raw HTML, an escape or markup within a line (U+FFFC, “object replacement character”). */
export const mask = '\uFFFC';

/** A paragraph, heading or table cell, as offsets in the text. */
export interface ProseBlock {
  type: 'paragraph' | 'heading' | 'tableCell';
  start: number;
  end: number;
}

/** The words of a text: what the parser has read as neither code nor markup. */
export interface Prose {
  /**
   * As long as the source, with the same offsets and line endings. What is not prose is replaced: with {@link mask} within a
   * paragraph, heading or table cell, with spaces elsewhere.
   */
  text: string;
  blocks: readonly ProseBlock[];
}

/** Masks everything in a text but its words. */
export function findProse(tree: Root, markdown: string): Prose {
  const pieces: string[] = [];
  const blocks: ProseBlock[] = [];
  let done = 0;
  const addUpTo = (end: number, convert: (piece: string) => string): void => {
    if (end <= done) return;
    pieces.push(convert(markdown.slice(done, end)));
    done = end;
  };
  visit(tree, (node: Nodes) => {
    if (!isProseBlock(node) || node.position === undefined) return;
    const [start = 0, end = 0] = [node.position.start.offset, node.position.end.offset];
    blocks.push({ type: node.type, start, end });
    addUpTo(start, blank);
    for (const [textStart, textEnd] of textsIn(node, markdown)) {
      addUpTo(textStart, conceal);
      addUpTo(textEnd, concealEscapes);
    }
    addUpTo(end, conceal);
  });
  addUpTo(markdown.length, blank);
  return { text: pieces.join(''), blocks };
}

function isProseBlock(node: Nodes): node is Nodes & { type: ProseBlock['type'] } & Parents {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** Returns the offsets of the texts in a node, except for bare addresses. */
function textsIn(node: Nodes, markdown: string): [start: number, end: number][] {
  const { start: { offset: start = 0 } = {}, end: { offset: end = 0 } = {} } = node.position ?? {};
  if (node.type === 'text') return [[start, end]];
  if (node.type === 'link' && markdown[start] !== '[') return [];
  return 'children' in node ? node.children.flatMap((child) => textsIn(child, markdown)) : [];
}

function blank(piece: string): string {
  return piece.replace(/[^\n]/g, ' ');
}

function conceal(piece: string): string {
  return blankPrefixes(piece.replace(/[^\n]/g, mask));
}

/** Masks escapes and entities: an author who writes `\*\*` means asterisks. */
function concealEscapes(piece: string): string {
  const escapes = /\\[!-/:-@[-`{-~]|&(?:#\w{1,8}|[a-z]\w{1,31});/gi;
  return blankPrefixes(piece.replace(escapes, (escape) => mask.repeat(escape.length)));
}

/** Replaces the indentation and `>` at the beginning of a line with spaces. */
function blankPrefixes(piece: string): string {
  return piece.replace(/\n[ \t>]+/g, blank);
}

/** Returns whether there is only space between the beginning of the line and an offset. */
export function isLineStart(text: string, offset: number): boolean {
  let before = offset;
  while (before > 0 && text[before - 1] === ' ') before -= 1;
  return before === 0 || text[before - 1] === '\n';
}
