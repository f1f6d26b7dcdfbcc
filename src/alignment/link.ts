/** Numbers of blocks of two texts: those that belong together, or those among which their counterparts are to be found. */
export interface Link {
  source: readonly number[];
  target: readonly number[];
}

/**
 * The most links that stand in one order in both texts, each by its first blocks; in the order of the source. No two begin
 * with the same block.
 */
export function longestInOrder<T extends Link>(links: readonly T[]): T[] {
  const sorted = [...links].sort((a, b) => first(a.source) - first(b.source));
  /** By length of a row less one: the link that ends such a row the earliest in the target. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, link] of sorted.entries()) {
    const length = countBelow(ends, (end) => first(sorted[end]?.target ?? []) < first(link.target));
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

/** The stretches that links in order leave between them: as many as links, and one more. */
export function cutAt(links: readonly Link[], stretch: Link): Link[] {
  const { source, target } = leaveOut(links, stretch);
  const own = cutBefore(
    links.map((link) => first(link.source)),
    source,
  );
  const other = cutBefore(
    links.map((link) => first(link.target)),
    target,
  );
  return own.map((blocks, index) => ({ source: blocks, target: other[index] ?? [] }));
}

/** What is left of a stretch without the blocks of some links. */
export function leaveOut(links: readonly Link[], { source, target }: Link): Link {
  const own = new Set(links.flatMap((link) => link.source));
  const other = new Set(links.flatMap((link) => link.target));
  return {
    source: source.filter((block) => !own.has(block)),
    target: target.filter((block) => !other.has(block)),
  };
}

/** The block with which a side of a link begins. */
export function first(side: readonly number[]): number {
  return side[0] ?? -1;
}

/** Ascending numbers in pieces, of which each but the first begins where another number would stand. */
function cutBefore(numbers: readonly number[], blocks: readonly number[]): number[][] {
  const cuts = [0, ...numbers.map((number) => countBelow(blocks, (block) => block < number))];
  return cuts.map((from, index) => blocks.slice(from, cuts[index + 1] ?? blocks.length));
}

/** Of sorted things how many at the beginning hold to something. */
function countBelow<T>(sorted: readonly T[], holds: (each: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each !== undefined && holds(each)) low = middle + 1;
    else high = middle;
  }
  return low;
}
