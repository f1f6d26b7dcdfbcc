import type { ListItem, Nodes, Parents, Root, RootContent } from 'mdast';
import { containerKind, isComment, listBlockNodes, type Block } from '../markdown/index.ts';

/** Where lines can be put so that they stand in the same containers as what is around them. */
export interface Spot {
  /** The line before which they go. */
  line: number;
  /** What each of them begins with: `> ` in a quote, blanks in an item of a list. */
  prefix: string;
  /** Whether an item of a list is around it, which a blank line would change. */
  isInList: boolean;
}

/** A block in its tree. */
export interface PlacedBlock {
  block: Block;
  node: RootContent;
  /** What it stands in, from the root to its parent. */
  ancestors: readonly Parents[];
  /** Comments between it and the block before it. */
  comments: readonly (RootContent & { type: 'html' })[];
}

/** The blocks of a text, each with its place in the tree. */
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

/** Before a node. Where it is the first in what holds it, before that; an item of a list is preceded by the end of the item before it. */
export function spotBefore(node: Nodes, ancestors: readonly Parents[], lines: readonly string[]): Spot {
  const parent = ancestors.at(-1);
  const outer = ancestors.slice(0, -1);
  const line = startLine(node);
  if (parent === undefined || parent.type === 'root') return { line, prefix: '', isInList: false };
  const before = parent.children[(parent.children as Nodes[]).indexOf(node) - 1];
  if (before === undefined || line === startLine(parent)) return spotBefore(parent, outer, lines);
  const around = parent.type === 'list' ? [...ancestors, before as ListItem] : ancestors;
  return { line, ...within(around, lines) };
}

/** After a block, in as many of its containers as `added` stands in too. */
export function spotAfter(
  { node, ancestors, block }: PlacedBlock,
  added: Pick<Block, 'around' | 'footnote'>,
  lines: readonly string[],
): Spot {
  let last: Nodes = node;
  let around = ancestors;
  const isOtherNote = block.footnote !== added.footnote;
  for (let parent = around.at(-1); parent !== undefined && parent.type !== 'root'; parent = around.at(-1)) {
    const leavesNote = isOtherNote && around.some(({ type }) => type === 'footnoteDefinition');
    if (!leavesNote && added.around.startsWith(kindsOf(around))) break;
    last = parent;
    around = around.slice(0, -1);
  }
  const holders = around.at(-1)?.type === 'list' ? [...around, last as ListItem] : around;
  return { line: endLine(last) + 1, ...within(holders, lines) };
}

/** Before whatever of a text holds a node, at the left: a place where a line disturbs nothing. */
export function spotOutside(node: Nodes, ancestors: readonly Parents[]): Spot {
  return { line: startLine(ancestors[1] ?? node), prefix: '', isInList: false };
}

/** What a line begins with that continues what these containers hold. */
export function prefixIn(ancestors: readonly Parents[], lines: readonly string[]): string {
  let prefix = '';
  for (const node of ancestors) {
    if (node.type === 'blockquote') prefix += '> ';
    else if (node.type === 'footnoteDefinition') prefix += '    ';
    else if (node.type === 'listItem') {
      const column = (node.position?.start.column ?? 1) - 1;
      const indent = Math.max(0, column - prefix.length);
      prefix += ' '.repeat(indent + markerWidth((lines[startLine(node) - 1] ?? '').slice(column)));
    }
  }
  return prefix;
}

function within(ancestors: readonly Parents[], lines: readonly string[]): Omit<Spot, 'line'> {
  const isInList = ancestors.some(({ type }) => type === 'listItem');
  return { prefix: prefixIn(ancestors, lines), isInList };
}

/** How far the text of an item stands from its marker: more than four blanks are the beginning of code. */
function markerWidth(item: string): number {
  const [, marker = '', blanks = ''] = /^([-*+]|\d+[.)])( *)/.exec(item) ?? [];
  return marker.length + (blanks.length >= 1 && blanks.length <= 4 ? blanks.length : 1);
}

function kindsOf(ancestors: readonly Parents[]): string {
  return ancestors.map((node) => containerKind(node)).join('');
}

/** The line on which a node begins, counted from 1. */
export function startLine({ position }: Nodes): number {
  return position?.start.line ?? 1;
}

/** The last line of a node, even where its position ends with the line break. */
export function endLine({ position }: Nodes): number {
  const { line = 1, column = 1 } = position?.end ?? {};
  return column === 1 && line > (position?.start.line ?? 1) ? line - 1 : line;
}
