import type { Paragraph, Parents, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { listBlockNodes, parseMarkdown, type Block, type BlockNode } from '../../markdown/index.ts';
import type { Random } from '../generated/random.ts';

/** A text that is being edited, with the original blocks that each of its blocks came from. */
export interface EditedText {
  tree: Root;
  /** Original blocks by number; `undefined` once deleted. */
  nodes: (BlockNode | undefined)[];
  /** Numbers of the original blocks that a node contains. */
  origins: Map<RootContent, number[]>;
  parents: Map<RootContent, Parents>;
}

/** Parses a text for editing. */
export function beginEditing(markdown: string): EditedText {
  const tree = parseMarkdown(markdown);
  const nodes = listBlockNodes(tree);
  const parents = new Map<RootContent, Parents>();
  visit(tree, (node, _, parent) => {
    if (parent !== undefined && node.type !== 'root') parents.set(node, parent);
  });
  return { tree, nodes, origins: new Map(nodes.map(({ node }, number) => [node, [number]])), parents };
}

/** Lists the edited blocks, with the numbers of the original blocks that each contains. */
export function finishEditing({ tree, origins }: EditedText): { blocks: Block[]; origins: number[][] } {
  const nodes = listBlockNodes(tree);
  return {
    blocks: nodes.map(({ block }) => block),
    origins: nodes.map(({ node }) => origins.get(node) ?? []),
  };
}

/** Kinds of edits. */
const editKinds = ['delete', 'merge', 'split'] as const;
export type EditKind = (typeof editKinds)[number];

/** Removes all headings from a text. */
export function removeHeadings(text: EditedText): void {
  for (const [number, each] of text.nodes.entries()) if (each?.node.type === 'heading') remove(text, number);
}

/**
 * Edits a proportion of all blocks at random: deletes a block, merges it with the next, or splits it, with the same probability.
 * Deletes a block instead if none is left that can be merged or split. Edits no block twice, and no heading.
 *
 * @param sides Texts with the same blocks; each edit is made in one of them, chosen at random.
 */
export function editRandomly(sides: readonly EditedText[], share: number, random: Random): EditKind[] {
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
  const count = Math.round(share * here.length);
  const kinds = Array.from({ length: count }, () => editKinds[random.below(editKinds.length)] ?? 'delete');
  for (const kind of kinds) if (!editOne(kind)) editOne('delete');
  return done;
}

/** Moves a proportion of the top-level blocks of a text to distant places. Returns the numbers of the moved blocks. */
export function moveRandomly({ tree, origins }: EditedText, share: number, random: Random): number[] {
  const moved: number[] = [];
  const movable = tree.children.filter((node) => origins.has(node) && node.type !== 'heading');
  for (const node of random.shuffle(movable).slice(0, Math.round(share * movable.length))) {
    const from = tree.children.indexOf(node);
    tree.children.splice(from, 1);
    const places = [...tree.children.keys()].filter((place) => Math.abs(place - from) > minDistance);
    const to = places[random.below(places.length)] ?? from;
    tree.children.splice(to, 0, node);
    if (to !== from) moved.push(...(origins.get(node) ?? []));
  }
  return moved;
}

/** Minimum distance of a move. A shorter one could also be seen as a move of the blocks in between. */
const minDistance = 6;

/** Edits a block unless that would change a touched one. Returns the numbers of the edited blocks; none if it made no edit. */
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
    if (one.block.containers !== next.block.containers || touched.has(following)) return [];
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

/** Splits a paragraph at the end of the sentence nearest to its middle, and returns the second half. */
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

/** The end of a sentence in Korean or English: a mark followed by white space. */
const sentenceEnd = /[.!?。]\s+/g;
