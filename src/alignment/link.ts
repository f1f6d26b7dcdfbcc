/** Block numbers of two texts: blocks that are counterparts, or a region of both texts to search for counterparts. */
export interface Link {
  source: readonly number[];
  target: readonly number[];
}

/**
 * Returns the longest subset of links that are in the same order in both texts: a longest increasing subsequence of the
 * target's first blocks, with the links sorted by the source's (patience sorting, O(n log n)). No two begin with the same block.
 */
export function longestIncreasingSubsequence<T extends Link>(links: readonly T[]): T[] {
  const sorted = [...links].sort((a, b) => firstBlock(a.source) - firstBlock(b.source));
  /** At index n: the link that ends a subsequence of n + 1 links and is the earliest in the target. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, link] of sorted.entries()) {
    const length = partitionPoint(
      ends,
      (end) => firstBlock(sorted[end]?.target ?? []) < firstBlock(link.target),
    );
    before[index] = ends[length - 1];
    ends[length] = index;
  }
  const chosen: T[] = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) {
    const link = sorted[index];
    if (link !== undefined) chosen.push(link);
  }
  return chosen.reverse();
}

/** Splits a region into the gaps before, between and after links that are in order. */
export function splitAtLinks(links: readonly Link[], region: Link): Link[] {
  const { source, target } = excludeLinks(links, region);
  const own = splitBefore(
    links.map((link) => firstBlock(link.source)),
    source,
  );
  const other = splitBefore(
    links.map((link) => firstBlock(link.target)),
    target,
  );
  return own.map((blocks, index) => ({ source: blocks, target: other[index] ?? [] }));
}

/** Removes the blocks of some links from a region. */
export function excludeLinks(links: readonly Link[], { source, target }: Link): Link {
  const own = new Set(links.flatMap((link) => link.source));
  const other = new Set(links.flatMap((link) => link.target));
  return {
    source: source.filter((block) => !own.has(block)),
    target: target.filter((block) => !other.has(block)),
  };
}

/** Returns the first block of one side of a link, or -1. */
export function firstBlock(side: readonly number[]): number {
  return side[0] ?? -1;
}

/** Splits ascending block numbers before the positions of other block numbers. */
function splitBefore(numbers: readonly number[], blocks: readonly number[]): number[][] {
  const cuts = [0, ...numbers.map((number) => partitionPoint(blocks, (block) => block < number))];
  return cuts.map((from, index) => blocks.slice(from, cuts[index + 1] ?? blocks.length));
}

/** Binary search: returns how many items at the start of a list satisfy a predicate that is false for all later ones. */
function partitionPoint<T>(sorted: readonly T[], satisfies: (each: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each !== undefined && satisfies(each)) low = middle + 1;
    else high = middle;
  }
  return low;
}
