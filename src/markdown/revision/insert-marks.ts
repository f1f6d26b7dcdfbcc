import type { Element, Root, RootContent } from 'hast';
import { blockNumber } from '../block/block-paths.ts';

/** An element and its ancestors, from the root down. */
type Chain = readonly [Root, ...Element[]];

/**
 * Returns the element of each numbered block with its ancestors, by block number. The element of a code block is its `<pre>`;
 * of a list item and its first paragraph, the paragraph.
 *
 * @param key prefix of the block numbers
 */
export function findChains(tree: Root, key: string | undefined): ReadonlyMap<number, Chain> {
  const chains = new Map<number, Chain>();
  const walk = (chain: Chain): void => {
    for (const child of chain.at(-1)?.children ?? []) {
      if (child.type !== 'element') continue;
      const number = blockNumber(child, key);
      const own: Chain = [...chain, child];
      if (number !== undefined) chains.set(number, child.tagName === 'code' ? chain : own);
      walk(own);
    }
  };
  walk([tree]);
  return chains;
}

/** Inserts a mark directly after a block; into a list item, after its own words and before the blocks it contains. */
export function insertAfter(block: Chain, mark: Element): void {
  const element = block.at(-1);
  if (!isElement(element, items)) {
    insertBeside(block, 1, mark);
    return;
  }
  const end = element.children.findIndex((child) => child.type === 'element' && flow.has(child.tagName));
  element.children.splice(end === -1 ? element.children.length : end, 0, mark);
}

/**
 * Inserts a mark between two consecutive blocks, outside the ancestors that only one of them has: directly after the first, or
 * directly before the second. A chain of the root alone means the beginning or the end of the text.
 */
export function insertBetween(one: Chain, other: Chain, side: 'after' | 'before', mark: Element): void {
  const depth = commonDepth(one, other);
  const [parent, first, second] = [one[depth - 1], one[depth], other[depth]];
  // The second block is in a nested list of the first.
  if (first === undefined && depth > 1) insertAfter(one, mark);
  // A list may contain nothing but items.
  else if (isElement(parent, lists) && isElement(first)) first.children.push(mark);
  else if (side === 'after' && first === undefined) one[0].children.unshift(mark);
  else if (side === 'after') insertBeside(takeTo(one, depth), 1, mark);
  else if (second === undefined) one[0].children.push(mark);
  else insertBeside(takeTo(other, depth), 0, mark);
}

function takeTo([root, ...elements]: Chain, depth: number): Chain {
  return [root, ...elements.slice(0, depth)];
}

/** Returns the number of ancestors that two blocks share, the root included. */
function commonDepth(one: Chain, other: Chain): number {
  const depth = one.findIndex((each, index) => each !== other[index]);
  return depth === -1 ? one.length : depth;
}

/**
 * Inserts a mark before (offset 0) or after (offset 1) an element. Where no block is allowed, as in a link or a summary, moves
 * up to the nearest ancestor where one is.
 */
function insertBeside(chain: Chain, offset: 0 | 1, mark: Element): void {
  const invalid = chain.findIndex((each, index) => index > 0 && !isElement(each, containers));
  const at = invalid === -1 ? chain.length - 1 : invalid;
  const holder = chain[Math.max(0, at - 1)];
  const child = chain[at];
  let index = holder?.children.findIndex((each) => each === child) ?? -1;
  // Marks are inserted backwards, so a mark goes before those already inserted here.
  while (offset === 0 && isMark(holder?.children[index - 1])) index -= 1;
  holder?.children.splice(index + offset, 0, mark);
}

function isMark(node: RootContent | undefined): boolean {
  const className = node?.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(className) && className.includes('revision');
}

function isElement(node: Chain[number] | undefined, names?: ReadonlySet<string>): node is Element {
  return node?.type === 'element' && (names === undefined || names.has(node.tagName));
}

const items: ReadonlySet<string> = new Set(['li']);
const lists: ReadonlySet<string> = new Set(['ol', 'ul']);

/** Elements that may have blocks as children or as deeper descendants. */
const containers: ReadonlySet<string> = new Set(
  'aside blockquote dd details div dl li ol section table tbody td tfoot th thead tr ul'.split(' '),
);

/** Elements that end the inline content of a list item. */
const flow: ReadonlySet<string> = new Set(
  'aside blockquote details div dl figure h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '),
);
