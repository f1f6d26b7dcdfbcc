import type { Paragraph, Parents, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { listBlockNodes, parseMarkdown, type Block, type BlockNode } from '../../markdown/index.ts';
import type { Random } from './random.ts';

/** A text of which each block knows what it was at the beginning. */
export interface EditedText {
  tree: Root;
  /** The blocks that there were, by their number; gone ones are undefined. */
  nodes: (BlockNode | undefined)[];
  /** By the node of each block the numbers of the blocks that are in it. */
  origins: Map<RootContent, number[]>;
  parents: Map<RootContent, Parents>;
}

/** A text before any edit. */
export function beginEditing(markdown: string): EditedText {
  const tree = parseMarkdown(markdown);
  const nodes = listBlockNodes(tree);
  const parents = new Map<RootContent, Parents>();
  visit(tree, (node, _, parent) => {
    if (parent !== undefined && node.type !== 'root') parents.set(node, parent);
  });
  return { tree, nodes, origins: new Map(nodes.map(({ node }, number) => [node, [number]])), parents };
}

/** Its blocks as they are now, each with the numbers of those that were in it. */
export function finishEditing({ tree, origins }: EditedText): { blocks: Block[]; origins: number[][] } {
  const nodes = listBlockNodes(tree);
  return {
    blocks: nodes.map(({ block }) => block),
    origins: nodes.map(({ node }) => origins.get(node) ?? []),
  };
}

/** What is done to blocks. */
const editKinds = ['delete', 'merge', 'split'] as const;
export type EditKind = (typeof editKinds)[number];

/** Take all headings out of a text. */
export function removeHeadings(text: EditedText): void {
  for (const [number, each] of text.nodes.entries()) if (each?.node.type === 'heading') remove(text, number);
}

/**
 * Edit a share of all blocks, none of them twice and no heading, each in one of the texts by chance. Each third edit deletes a
 * block, merges one with the next, splits one; where none is left that can be merged or split, one is deleted instead.
 *
 * @param sides the texts in which edits are made, with the same blocks
 */
export function editByChance(sides: readonly EditedText[], share: number, random: Random): EditKind[] {
  const [any] = sides;
  if (any === undefined) return [];
  const here = any.nodes.flatMap((each, number) => (each === undefined ? [] : [{ ...each, number }]));
  const touched = new Set(here.filter(({ node }) => node.type === 'heading').map(({ number }) => number));
  const order = random.shuffle(here.map(({ number }) => number));
  const done: EditKind[] = [];
  const editOne = (kind: EditKind): boolean => {
    for (const number of order) {
      if (touched.has(number)) continue;
      const side = sides[random.below(sides.length)] ?? any;
      const edited = edits[kind](side, number, touched);
      for (const each of edited) touched.add(each);
      if (edited.length > 0) return done.push(kind) > 0;
    }
    return false;
  };
  const wanted = Math.round(share * here.length);
  const kinds = Array.from({ length: wanted }, () => editKinds[random.below(editKinds.length)] ?? 'delete');
  for (const kind of kinds) if (!editOne(kind)) editOne('delete');
  return done;
}

/** Move a share of the blocks at the top level of a text to other places, far away. Gives which were moved. */
export function moveByChance({ tree, origins }: EditedText, share: number, random: Random): number[] {
  const moved: number[] = [];
  const movable = tree.children.filter((node) => origins.has(node) && node.type !== 'heading');
  for (const node of random.shuffle(movable).slice(0, Math.round(share * movable.length))) {
    const from = tree.children.indexOf(node);
    tree.children.splice(from, 1);
    const places = [...tree.children.keys()].filter((place) => Math.abs(place - from) > farAway);
    const to = places[random.below(places.length)] ?? from;
    tree.children.splice(to, 0, node);
    if (to !== from) moved.push(...(origins.get(node) ?? []));
  }
  return moved;
}

/** Nearer by, what stands between could as well be said to have moved. */
const farAway = 6;

/** Edit a block, if it can be done without those that are touched. Gives the numbers of what was edited. */
type Edit = (text: EditedText, number: number, touched: ReadonlySet<number>) => number[];

const edits: Readonly<Record<EditKind, Edit>> = {
  delete: (text, number) => {
    remove(text, number);
    return [number];
  },
  merge: ({ nodes, origins, ...text }, number, touched) => {
    const following = nodes.findIndex((each, at) => at > number && each !== undefined);
    const [one, next] = [nodes[number], nodes[following]];
    if (one?.node.type !== 'paragraph' || next?.node.type !== 'paragraph') return [];
    if (one.block.around !== next.block.around || touched.has(following)) return [];
    one.node.children.push({ type: 'text', value: ' ' }, ...next.node.children);
    remove({ nodes, origins, ...text }, following);
    origins.set(one.node, [number, following]);
    return [number, following];
  },
  split: ({ nodes, origins, parents }, number) => {
    const node = nodes[number]?.node;
    if (node?.type !== 'paragraph') return [];
    const parent = parents.get(node);
    const rest = splitAtSentence(node);
    if (rest === undefined || parent === undefined) return [];
    const siblings: RootContent[] = parent.children;
    siblings.splice(siblings.indexOf(node) + 1, 0, rest);
    origins.set(rest, [number]);
    return [number];
  },
};

function remove({ nodes, origins, parents }: EditedText, number: number): void {
  const node = nodes[number]?.node;
  if (node === undefined) return;
  const siblings: RootContent[] = parents.get(node)?.children ?? [];
  siblings.splice(siblings.indexOf(node), 1);
  origins.delete(node);
  nodes[number] = undefined;
}

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
