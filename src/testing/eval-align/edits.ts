import type { Paragraph, Parents, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { listBlockNodes, parseMarkdown, type Block } from '../../markdown/index.ts';
import type { Random } from './random.ts';

/** A text of which each block knows what it was at the beginning. */
export interface EditedText {
  tree: Root;
  /** By the node of each block the numbers of the blocks that are in it. */
  origins: Map<RootContent, number[]>;
}

/** A text before any edit. */
export function beginEditing(markdown: string): EditedText {
  const tree = parseMarkdown(markdown);
  return { tree, origins: new Map(listBlockNodes(tree).map(({ node }, number) => [node, [number]])) };
}

/** Its blocks as they are now, each with the numbers of those that were in it. */
export function finishEditing({ tree, origins }: EditedText): { blocks: Block[]; origins: number[][] } {
  const nodes = listBlockNodes(tree);
  return {
    blocks: nodes.map(({ block }) => block),
    origins: nodes.map(({ node }) => origins.get(node) ?? []),
  };
}

export const editKinds = ['delete', 'merge', 'split'] as const;
export type EditKind = (typeof editKinds)[number];

/** Take all headings out of a text. */
export function removeHeadings(text: EditedText): void {
  for (const { node } of listBlockNodes(text.tree)) if (node.type === 'heading') remove(text.tree, node);
}

/**
 * Edit a share of the blocks, none of them twice and no heading: each is deleted, merged with the next or split, in either
 * text, by chance; where it can’t be done, another way.
 *
 * @param sides the texts in which edits are made, with the same blocks
 */
export function editByChance(sides: readonly EditedText[], share: number, random: Random): EditKind[] {
  const [any] = sides;
  if (any === undefined) return [];
  const all = [...any.origins].flatMap(([node, [number = 0]]) => ({ number, type: node.type }));
  const left = listBlockNodes(any.tree).map(({ node }) => any.origins.get(node)?.[0] ?? 0);
  const touched = new Set(all.filter(({ type }) => type === 'heading').map(({ number }) => number));
  const editable = left.filter((number) => !touched.has(number));
  const wanted = Math.round(share * left.length);
  const done: EditKind[] = [];
  for (const number of random.shuffle(editable)) {
    if (done.length >= wanted) break;
    if (touched.has(number)) continue;
    const side = sides[random.below(sides.length)] ?? any;
    const kind = random.shuffle(editKinds).find((kind) => edits[kind](side, number, touched));
    touched.add(number);
    if (kind !== undefined) done.push(kind);
  }
  return done;
}

/** Move so many stretches of blocks to another place of the same level, in the top level of a text. Gives what was moved. */
export function moveByChance({ tree, origins }: EditedText, share: number, random: Random): number[] {
  const moved: number[] = [];
  const movable = tree.children.filter((node) => origins.has(node) && node.type !== 'heading');
  for (const node of random.shuffle(movable).slice(0, Math.round(share * movable.length))) {
    const from = tree.children.indexOf(node);
    tree.children.splice(from, 1);
    // Near by, either of what stands between could be said to have moved.
    const far = tree.children.map((_, at) => at).filter((at) => Math.abs(at - from) > farAway);
    const to = far[random.below(far.length)] ?? from;
    tree.children.splice(to, 0, node);
    if (to !== from) moved.push(...(origins.get(node) ?? []));
  }
  return moved;
}

const farAway = 6;

type Edit = (text: EditedText, number: number, touched: Set<number>) => boolean;

const edits: Readonly<Record<EditKind, Edit>> = {
  delete: (text, number) => {
    const node = nodeOf(text, number);
    if (node === undefined) return false;
    remove(text.tree, node);
    text.origins.delete(node);
    return true;
  },
  merge: (text, number, touched) => {
    const nodes = listBlockNodes(text.tree);
    const at = nodes.findIndex(({ node }) => text.origins.get(node)?.[0] === number);
    const [one, next] = [nodes[at], nodes[at + 1]];
    if (one?.node.type !== 'paragraph' || next?.node.type !== 'paragraph') return false;
    const [own, other] = [text.origins.get(one.node) ?? [], text.origins.get(next.node) ?? []];
    if (one.block.around !== next.block.around || other.some((each) => touched.has(each))) return false;
    one.node.children.push({ type: 'text', value: ' ' }, ...next.node.children);
    remove(text.tree, next.node);
    text.origins.delete(next.node);
    text.origins.set(one.node, [...own, ...other]);
    for (const each of other) touched.add(each);
    return true;
  },
  split: (text, number) => {
    const node = nodeOf(text, number);
    if (node?.type !== 'paragraph') return false;
    const rest = splitAtSentence(node);
    const parent = parentOf(text.tree, node);
    if (rest === undefined || parent === undefined) return false;
    (parent.children as RootContent[]).splice(parent.children.indexOf(node as never) + 1, 0, rest);
    text.origins.set(rest, text.origins.get(node) ?? []);
    return true;
  },
};

/** End a paragraph at the end of the sentence nearest to its middle; gives the rest. */
function splitAtSentence(paragraph: Paragraph): Paragraph | undefined {
  const middle = toString(paragraph).length / 2;
  let passed = 0;
  let best: { child: number; at: number; distance: number } | undefined;
  for (const [child, node] of paragraph.children.entries()) {
    if (node.type === 'text')
      for (const { index, 0: end } of node.value.matchAll(sentenceEnd)) {
        const at = index + end.length;
        const distance = Math.abs(passed + at - middle);
        const isInside = child < paragraph.children.length - 1 || at < node.value.length;
        if (isInside && (best === undefined || distance < best.distance)) best = { child, at, distance };
      }
    passed += toString(node).length;
  }
  if (best === undefined) return undefined;
  const node = paragraph.children[best.child] as Text;
  const rest: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'text', value: node.value.slice(best.at) },
      ...paragraph.children.slice(best.child + 1),
    ],
  };
  paragraph.children = [
    ...paragraph.children.slice(0, best.child),
    { type: 'text', value: node.value.slice(0, best.at) },
  ];
  return rest;
}

/** As both languages end sentences: a mark, and white space behind it. */
const sentenceEnd = /[.!?。]\s+/g;

function nodeOf({ origins }: EditedText, number: number): RootContent | undefined {
  return [...origins].find(([, [first]]) => first === number)?.[0];
}

function remove(tree: Root, node: RootContent): void {
  const parent = parentOf(tree, node);
  if (parent !== undefined) parent.children.splice(parent.children.indexOf(node as never), 1);
}

function parentOf(tree: Root, node: RootContent): Parents | undefined {
  let found: Parents | undefined;
  visit(tree, (each, _, parent) => {
    if (each === node) found = parent;
  });
  return found;
}
