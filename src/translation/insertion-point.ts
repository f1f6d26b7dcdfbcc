import type { ListItem, Nodes, Parents, Root, RootContent } from 'mdast';
import { containerKind, isComment, listBlockNodes, type Block } from '../markdown/index.ts';

/** A place to insert lines such that they become part of the containers around it. */
export interface InsertionPoint {
  /** The line, from 1, before which to insert. */
  line: number;
  /** The prefix of each line: `> ` in a quote, spaces in a list item. */
  prefix: string;
  /** Whether the point is in a list item, where a blank line would make the list loose. */
  isInList: boolean;
}

/** A block and its position in the tree. */
export interface PlacedBlock {
  block: Block;
  node: RootContent;
  /** Ancestors of the node, from the root to its parent. */
  ancestors: readonly Parents[];
  /** Comments between this block and the previous one. */
  comments: readonly (RootContent & { type: 'html' })[];
}

/** Returns the blocks of a text with their positions in the tree. */
export function placeBlocks(tree: Root): PlacedBlock[] {
  const blocks = new Map<Nodes, Block>(listBlockNodes(tree).map(({ node, block }) => [node, block]));
  const placed: PlacedBlock[] = [];
  let comments: PlacedBlock['comments'] = [];
  const walk = (node: RootContent, ancestors: readonly Parents[]): void => {
    const block = blocks.get(node);
    if (block !== undefined) {
      placed.push({ block, node, ancestors, comments });
      comments = [];
    } else if (isComment(node)) comments = [...comments, node];
    else if ('children' in node) for (const child of node.children) walk(child, [...ancestors, node]);
  };
  for (const node of tree.children) walk(node, [tree]);
  return placed;
}

/** Returns the point before a node, or before its container if it is the first node there. Before a list item: the end of the previous item. */
export function pointBefore(
  node: Nodes,
  ancestors: readonly Parents[],
  lines: readonly string[],
): InsertionPoint {
  const parent = ancestors.at(-1);
  const outer = ancestors.slice(0, -1);
  const line = startLine(node);
  if (parent === undefined || parent.type === 'root') return { line, prefix: '', isInList: false };
  const before = parent.children[(parent.children as Nodes[]).indexOf(node) - 1];
  if (before === undefined || line === startLine(parent)) return pointBefore(parent, outer, lines);
  const around = parent.type === 'list' ? [...ancestors, before as ListItem] : ancestors;
  return { line, ...contextOf(around, lines) };
}

/** Returns the point after a block, inside those of its containers that `added` is in, too. */
export function pointAfter(
  { node, ancestors, block }: PlacedBlock,
  added: Pick<Block, 'containers' | 'footnote'>,
  lines: readonly string[],
): InsertionPoint {
  let last: Nodes = node;
  let around = ancestors;
  const isOtherNote = block.footnote !== added.footnote;
  for (let parent = around.at(-1); parent !== undefined && parent.type !== 'root'; parent = around.at(-1)) {
    const leavesNote = isOtherNote && around.some(({ type }) => type === 'footnoteDefinition');
    if (!leavesNote && added.containers.startsWith(kindsOf(around))) break;
    last = parent;
    around = around.slice(0, -1);
  }
  const holders = around.at(-1)?.type === 'list' ? [...around, last as ListItem] : around;
  return { line: endLine(last) + 1, ...contextOf(holders, lines) };
}

/** Returns the point before the outermost container of a node, where an unindented line is safe. */
export function pointOutside(node: Nodes, ancestors: readonly Parents[]): InsertionPoint {
  return { line: startLine(ancestors[1] ?? node), prefix: '', isInList: false };
}

/** Returns the prefix of a line that continues these containers. */
export function prefixIn(ancestors: readonly Parents[], lines: readonly string[]): string {
  let prefix = '';
  for (const node of ancestors) {
    if (node.type === 'blockquote' || isAlert(node)) prefix += '> ';
    else if (node.type === 'footnoteDefinition') prefix += '    ';
    else if (node.type === 'listItem') {
      const column = (node.position?.start.column ?? 1) - 1;
      const indent = Math.max(0, column - prefix.length);
      prefix += ' '.repeat(indent + markerWidth((lines[startLine(node) - 1] ?? '').slice(column)));
    }
  }
  return prefix;
}

function isAlert(node: Parents): boolean {
  return node.type === 'containerDirective' && node.data?.isAlert === true;
}

function contextOf(ancestors: readonly Parents[], lines: readonly string[]): Omit<InsertionPoint, 'line'> {
  const isInList = ancestors.some(({ type }) => type === 'listItem');
  return { prefix: prefixIn(ancestors, lines), isInList };
}

/** Returns the width of a list marker and the spaces after it. With more than four spaces, the text is indented code after one. */
function markerWidth(item: string): number {
  const [, marker = '', blanks = ''] = /^([-*+]|\d+[.)])( *)/.exec(item) ?? [];
  return marker.length + (blanks.length >= 1 && blanks.length <= 4 ? blanks.length : 1);
}

function kindsOf(ancestors: readonly Parents[]): string {
  return ancestors.map((node) => containerKind(node)).join('');
}

/** Returns the first line of a node, from 1. */
export function startLine({ position }: Nodes): number {
  return position?.start.line ?? 1;
}

/** Returns the last line of a node. The position of some nodes ends after the line break, at the start of the next line. */
export function endLine({ position }: Nodes): number {
  const { line = 1, column = 1 } = position?.end ?? {};
  return column === 1 && line > (position?.start.line ?? 1) ? line - 1 : line;
}
