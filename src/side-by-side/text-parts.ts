import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { BlockPath } from '../markdown/index.ts';
import { hasClass, isBlank, isElement, isPartable } from './element.ts';

/** A text's HTML, of which it is known which block each piece goes with. */
export interface TextParts {
  tree: Root;
  /** Of each piece that is never parted the number of the block it goes with. All else is a container. */
  blockOf: ReadonlyMap<RootContent, number>;
  /** The blocks that show something, in the order in which they are read. */
  order: readonly number[];
  /** Blocks that stand in one thing that can't be parted: what is folded away, a cell of a raw table. */
  wholes: readonly (readonly number[])[];
  /** The blocks of footnotes. */
  notes: ReadonlySet<number>;
  /** The number under which the heading of the footnotes counts as a block. */
  notesHeading: number | undefined;
}

/**
 * Take a rendered text apart into what its blocks show. What is no block goes with the block before it in what it stands in, or
 * with the first one there: nothing is left over. Raw HTML stands where its blocks do.
 */
export function takeApart(html: string, blockPaths: readonly (BlockPath | null)[]): TextParts {
  const tree = fromHtml(html, { fragment: true });
  const found = findBlocks(tree, blockPaths);
  const parting: Parting = {
    ...found,
    isPlaced: (number) => number >= blockPaths.length || blockPaths[number] !== null,
    // A text without blocks has a first one all the same, if it shows something.
    headingNumber: Math.max(1, blockPaths.length),
    blockOf: new Map(),
    seen: new Set(),
    last: -1,
    wholes: [],
    notes: new Set(),
  };
  part(tree, undefined, parting);
  const { blockOf, seen, wholes, notes, headingNumber } = parting;
  const notesHeading = seen.has(headingNumber) ? headingNumber : undefined;
  return { tree, blockOf, order: [...seen], wholes, notes, notesHeading };
}

interface Found {
  blocks: ReadonlyMap<Element, number>;
  /** Elements that hold blocks. */
  holders: ReadonlySet<Element>;
}

function findBlocks(tree: Root, paths: readonly (BlockPath | null)[]): Found {
  const blocks = new Map<Element, number>();
  const holders = new Set<Element>();
  const elementsIn = keep(({ children }: Root | Element): Element[] =>
    (children as RootContent[]).filter(isElement),
  );
  for (const [number, path] of paths.entries()) {
    const way: Element[] = [];
    for (const index of path ?? []) {
      const next = elementsIn(way.at(-1) ?? tree)[index];
      if (next === undefined) break;
      way.push(next);
    }
    const element = way.pop();
    if (element === undefined || blocks.has(element)) continue;
    blocks.set(element, number);
    for (const holder of way) holders.add(holder);
  }
  return { blocks, holders };
}

/** The same function, which reckons once for each thing it is asked of. */
function keep<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const value = kept.get(key) ?? find(key);
    kept.set(key, value);
    return value;
  };
}

/** What is known while a text is taken apart. */
interface Parting extends Found {
  isPlaced: (number: number) => boolean;
  headingNumber: number;
  blockOf: Map<RootContent, number>;
  /** Blocks in the order in which something of them was met. */
  seen: Set<number>;
  /** The block met last. */
  last: number;
  wholes: (readonly number[])[];
  notes: Set<number>;
}

/** Give each piece in a container its block; gives the first. `before` is the block whose own text the container holds. */
function part(container: Root | Element, before: number | undefined, parting: Parting): number {
  const waiting: RootContent[] = [];
  let current = before;
  let first = before;
  const isNotes = isElement(container) && hasClass(container, 'footnotes');
  const settle = (number: number): void => {
    current = number;
    first ??= number;
    for (const node of waiting.splice(0)) give(node, number, parting);
  };
  for (const child of container.children) {
    const number = isElement(child) ? parting.blocks.get(child) : undefined;
    if (isElement(child) && parting.holders.has(child)) {
      settle(partHolder(child, parting));
      current = parting.last;
    } else if (number !== undefined) {
      settle(number);
      give(child, number, parting);
    } else if (isNotes && isElement(child) && child.tagName === 'h2') {
      give(child, parting.headingNumber, parting);
    } else if (before !== undefined || !isBlank(child)) {
      const raw = before === undefined ? rawBlock(child, parting) : undefined;
      if (raw !== undefined) settle(raw);
      if (current === undefined) waiting.push(child);
      else give(child, current, parting);
    }
  }
  // A text without any block that shows itself.
  if (waiting.length > 0) settle(0);
  return first ?? 0;
}

/** Part what holds blocks, or keep it whole; gives the first of its blocks. */
function partHolder(holder: Element, parting: Parting): number {
  const inside = blocksIn(holder, parting);
  if (hasClass(holder, 'footnotes')) for (const each of inside) parting.notes.add(each);
  if (isPartable(holder)) return part(holder, parting.blocks.get(holder), parting);
  for (const each of inside) meet(each, parting);
  parting.wholes.push(inside);
  const [first = 0] = inside;
  parting.blockOf.set(holder, first);
  return first;
}

function blocksIn(element: Element, parting: Parting): number[] {
  const own = parting.blocks.get(element);
  const inner = parting.holders.has(element)
    ? element.children.filter(isElement).flatMap((child) => blocksIn(child, parting))
    : [];
  return own === undefined ? inner : [own, ...inner];
}

/** The block of raw HTML that something not known to be of any block must be of: the next one, where that has no place. */
function rawBlock(node: RootContent, { last, isPlaced }: Parting): number | undefined {
  const isHead = isElement(node) && (node.tagName === 'summary' || hasClass(node, 'callout-title'));
  return isHead || isPlaced(last + 1) ? undefined : last + 1;
}

function give(node: RootContent, number: number, parting: Parting): void {
  parting.blockOf.set(node, number);
  meet(number, parting);
}

function meet(number: number, parting: Parting): void {
  if (parting.seen.has(number)) return;
  parting.seen.add(number);
  if (number !== parting.headingNumber) parting.last = number;
}
