/**
 * Finds a longest common subsequence of two sequences. Returns pairs of indices, in order.
 *
 * The common prefix and suffix are matched first, so that of many equal items the one actually edited is left unmatched. The
 * middle uses Hunt and Szymanski (1977), *A Fast Algorithm for Computing Longest Common Subsequences*: O((r + n) log n) for r matching pairs,
 * by reduction to a longest increasing subsequence.
 */
export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [
    ...range(0, start).map((index): [number, number] => [index, index]),
    ...matchMiddle(a, b, { start, end }),
    ...range(-end, 0).map((index): [number, number] => [a.length + index, b.length + index]),
  ];
}

/** A matching pair of indices, linked to the pair before it. */
interface Link {
  a: number;
  b: number;
  before: Link | undefined;
}

function matchMiddle(
  a: readonly string[],
  b: readonly string[],
  { start, end }: { start: number; end: number },
): [number, number][] {
  const positions = Map.groupBy(range(start, b.length - end), (index) => b[index]);
  /** At index n, the last pair of a common subsequence of length n + 1 that ends earliest in `b`. */
  const ends: Link[] = [];
  for (const index of range(start, a.length - end)) {
    // In descending order, so that pairs of one item of `a` never follow each other.
    for (const position of (positions.get(a[index]) ?? []).toReversed()) {
      const length = countEndsBefore(ends, position);
      ends[length] = { a: index, b: position, before: ends[length - 1] };
    }
  }
  const pairs: [number, number][] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) pairs.unshift([link.a, link.b]);
  return pairs;
}

/** Counts the ends before a position of `b`, by binary search: `ends` is sorted by position. */
function countEndsBefore(ends: readonly Link[], position: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.b ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
