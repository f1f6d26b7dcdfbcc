import type { Element, Root, RootContent } from 'hast';
import { blockNumber } from '../block/rehype-block-paths.ts';

/** An element and all it stands in, from the root of the text. */
export type Chain = readonly [Root, ...Element[]];

/**
 * The element of each numbered block with all it stands in, by its number. Code counts as the whole of its frame; of an item
 * of a list and its paragraph the paragraph is the block.
 *
 * @param key what the marks of blocks begin with
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

/** Put a mark right behind a block; of an item of a list, behind its own words and before what else it holds. */
export function putBehind(block: Chain, mark: Element): void {
  const element = block.at(-1);
  if (!isElement(element, items)) {
    putBeside(block, 1, mark);
    return;
  }
  const end = element.children.findIndex((child) => child.type === 'element' && flow.has(child.tagName));
  element.children.splice(end === -1 ? element.children.length : end, 0, mark);
}

/**
 * Put a mark between two blocks that follow one another, outside of all that only one of them stands in: right behind the
 * first, or right before the second. The root alone stands for the beginning or the end of the text.
 */
export function putBetween(one: Chain, other: Chain, side: 'behind' | 'before', mark: Element): void {
  const depth = commonDepth(one, other);
  const [parent, first, second] = [one[depth - 1], one[depth], other[depth]];
  // An item below another item stands within it.
  if (first === undefined && depth > 1) putBehind(one, mark);
  // A list holds nothing but items.
  else if (isElement(parent, lists) && isElement(first)) first.children.push(mark);
  else if (side === 'behind' && first === undefined) one[0].children.unshift(mark);
  else if (side === 'behind') putBeside(takeTo(one, depth), 1, mark);
  else if (second === undefined) one[0].children.push(mark);
  else putBeside(takeTo(other, depth), 0, mark);
}

function takeTo([root, ...elements]: Chain, depth: number): Chain {
  return [root, ...elements.slice(0, depth)];
}

/** How many of the outermost two blocks share; the root at least. */
function commonDepth(one: Chain, other: Chain): number {
  const depth = one.findIndex((each, index) => each !== other[index]);
  return depth === -1 ? one.length : depth;
}

/** Put a mark before (0) or behind (1) an element, or what it stands in where no block may stand beside it: a link, a summary. */
function putBeside(chain: Chain, offset: 0 | 1, mark: Element): void {
  const bad = chain.findIndex((each, index) => index > 0 && !isElement(each, containers));
  const at = bad === -1 ? chain.length - 1 : bad;
  const holder = chain[Math.max(0, at - 1)];
  const child = chain[at];
  let index = holder?.children.findIndex((each) => each === child) ?? -1;
  // Marks before something come from the last to the first.
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

/** Elements in which a block may stand, and those in which these stand. */
const containers: ReadonlySet<string> = new Set(
  'aside blockquote dd details div dl li ol section table tbody td tfoot th thead tr ul'.split(' '),
);

/** Elements that end the words of an item. */
const flow: ReadonlySet<string> = new Set(
  'aside blockquote details div dl figure h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '),
);
