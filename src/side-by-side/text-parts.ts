import { hasClass, isElement, readHtml, type HtmlElement, type HtmlNode } from '../html/index.ts';
import type { BlockPath } from '../markdown/index.ts';
import { isBlank, isSplittable } from './element.ts';

/** A text's HTML, with the block that each piece of it belongs to. */
export interface TextParts {
  nodes: readonly HtmlNode[];
  /** The block number of each piece that is not split. All other elements are containers. */
  blockOf: ReadonlyMap<HtmlNode, number>;
  /** The visible blocks, in reading order. */
  order: readonly number[];
  /** Groups of blocks in one element that can't be split, such as `<details>` or a table cell in raw HTML. */
  unsplittable: readonly (readonly number[])[];
  /** The blocks of footnotes. */
  footnotes: ReadonlySet<number>;
  /** The block number of the footnotes' heading, which is not a block of the Markdown. */
  footnotesHeading: number | undefined;
}

/** Returns a memoized `parseTextParts` with an LRU cache of two texts: a build renders both orders of a pair in succession, and parsing is slow. */
export function createTextParser(): typeof parseTextParts {
  const cache = new Map<string, TextParts>();
  return (html: string, blockPaths: readonly (BlockPath | null)[]) => {
    const key = JSON.stringify(blockPaths) + html;
    const parts = cache.get(key) ?? parseTextParts(html, blockPaths);
    // Moves the text to the end of the map, so that the first one is the least recently used.
    cache.delete(key);
    cache.set(key, parts);
    for (const [oldest] of [...cache].slice(0, -2)) cache.delete(oldest);
    return parts;
  };
}

/**
 * Parses a rendered text and assigns every piece of it to a block. A piece that is not a block belongs to the block before it in
 * the same container, or else to the first one there.
 */
export function parseTextParts(html: string, blockPaths: readonly (BlockPath | null)[]): TextParts {
  const nodes = readHtml(html);
  const found = findBlocks(nodes, blockPaths);
  const state: State = {
    ...found,
    /** Whether a block has an element of its own. Blocks of raw HTML do not. */
    isPlaced: (number) => number >= blockPaths.length || blockPaths[number] !== null,
    // At least 1, as the visible content of a text without blocks is assigned to block 0.
    headingNumber: Math.max(1, blockPaths.length),
    blockOf: new Map(),
    seen: new Set(),
    last: -1,
    unsplittable: [],
    footnotes: new Set(),
  };
  assignChildren(nodes, undefined, state);
  const { blockOf, seen, unsplittable, footnotes, headingNumber } = state;
  const footnotesHeading = seen.has(headingNumber) ? headingNumber : undefined;
  return { nodes, blockOf, order: [...seen], unsplittable, footnotes, footnotesHeading };
}

/** The elements of blocks. */
interface Found {
  blocks: ReadonlyMap<HtmlElement, number>;
  /** Elements that contain blocks. */
  holders: ReadonlySet<HtmlElement>;
}

function findBlocks(nodes: readonly HtmlNode[], paths: readonly (BlockPath | null)[]): Found {
  const blocks = new Map<HtmlElement, number>();
  const holders = new Set<HtmlElement>();
  const elementsIn = memoize((children: readonly HtmlNode[]) => children.filter(isElement));
  for (const [number, path] of paths.entries()) {
    const chain: HtmlElement[] = [];
    for (const index of path ?? []) {
      const next = elementsIn(chain.at(-1)?.children ?? nodes)[index];
      if (next === undefined) break;
      chain.push(next);
    }
    const element = chain.pop();
    if (element === undefined || blocks.has(element)) continue;
    blocks.set(element, number);
    for (const holder of chain) holders.add(holder);
  }
  return { blocks, holders };
}

/** Memoizes a function of one object. */
function memoize<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const cache = new Map<Key, Value>();
  return (key) => {
    const value = cache.get(key) ?? find(key);
    cache.set(key, value);
    return value;
  };
}

/** The state of parsing. */
interface State extends Found {
  /** Returns whether a block has an element of its own. Blocks of raw HTML do not. */
  isPlaced: (number: number) => boolean;
  headingNumber: number;
  blockOf: Map<HtmlNode, number>;
  /** Blocks in the order of their first piece. */
  seen: Set<number>;
  /** The block of the last piece. */
  last: number;
  unsplittable: (readonly number[])[];
  footnotes: Set<number>;
}

/** Assigns the children of an element, or of the whole text, to blocks, and returns the first of these. */
function assignChildren(
  children: readonly HtmlNode[],
  container: HtmlElement | undefined,
  state: State,
): number {
  const waiting: HtmlNode[] = [];
  // The block whose own text the container holds, as a list item does.
  const before = container && state.blocks.get(container);
  let current = before;
  let first = before;
  const isFootnotes = container !== undefined && hasClass(container, 'footnotes');
  const assignWaiting = (number: number): void => {
    current = number;
    first ??= number;
    for (const node of waiting.splice(0)) assign(node, number, state);
  };
  for (const child of children) {
    const number = isElement(child) ? state.blocks.get(child) : undefined;
    if (isElement(child) && state.holders.has(child)) {
      assignWaiting(assignHolder(child, state));
      current = state.last;
    } else if (number !== undefined) {
      assignWaiting(number);
      assign(child, number, state);
    } else if (isFootnotes && isElement(child) && child.name === 'h2') {
      assign(child, state.headingNumber, state);
    } else if (before !== undefined || !isBlank(child)) {
      const raw = before === undefined ? rawBlock(child, state) : undefined;
      if (raw !== undefined) assignWaiting(raw);
      if (current === undefined) waiting.push(child);
      else assign(child, current, state);
    }
  }
  // The text has no visible block.
  if (waiting.length > 0) assignWaiting(0);
  return first ?? 0;
}

/** Splits an element that contains blocks, or assigns it as a whole. Returns its first block. */
function assignHolder(holder: HtmlElement, state: State): number {
  const inside = blocksIn(holder, state);
  if (hasClass(holder, 'footnotes')) for (const each of inside) state.footnotes.add(each);
  if (isSplittable(holder)) return assignChildren(holder.children, holder, state);
  for (const each of inside) addSeen(each, state);
  state.unsplittable.push(inside);
  const [first = 0] = inside;
  state.blockOf.set(holder, first);
  return first;
}

function blocksIn(element: HtmlElement, state: State): number[] {
  const own = state.blocks.get(element);
  const inner = state.holders.has(element)
    ? element.children.filter(isElement).flatMap((child) => blocksIn(child, state))
    : [];
  return own === undefined ? inner : [own, ...inner];
}

/** Returns the block of raw HTML that a node without a known block belongs to: the next block, if that has no element of its own. */
function rawBlock(node: HtmlNode, { last, isPlaced }: State): number | undefined {
  const isHead = isElement(node) && (node.name === 'summary' || hasClass(node, 'callout-title'));
  return isHead || isPlaced(last + 1) ? undefined : last + 1;
}

function assign(node: HtmlNode, number: number, state: State): void {
  state.blockOf.set(node, number);
  addSeen(number, state);
}

function addSeen(number: number, state: State): void {
  if (state.seen.has(number)) return;
  state.seen.add(number);
  if (number !== state.headingNumber) state.last = number;
}
