/**
 * Places where two sequences agree, in the order of both: a longest common subsequence.
 *
 * What both begin and end with is taken as it stands, so that of five hundred equal ones of which one has changed, the one
 * that stands there is found. For the rest: Hunt and Szymanski (1977), *A Fast Algorithm for Computing Longest Common Subsequences*.
 */
export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [
    ...range(0, start).map((index): [number, number] => [index, index]),
    ...runBetween(a, b, { start, end }),
    ...range(-end, 0).map((index): [number, number] => [a.length + index, b.length + index]),
  ];
}

/** A pair at which both agree, and the pair before it. */
interface Link {
  a: number;
  b: number;
  before: Link | undefined;
}

function runBetween(
  a: readonly string[],
  b: readonly string[],
  { start, end }: { start: number; end: number },
): [number, number][] {
  const places = Map.groupBy(range(start, b.length - end), (index) => b[index]);
  /** Of the runs of each length, less one, the one that ends earliest in `b`. */
  const runs: Link[] = [];
  for (const index of range(start, a.length - end)) {
    for (const place of (places.get(a[index]) ?? []).toReversed()) {
      const length = countBefore(runs, place);
      runs[length] = { a: index, b: place, before: runs[length - 1] };
    }
  }
  const run: [number, number][] = [];
  for (let link = runs.at(-1); link !== undefined; link = link.before) run.unshift([link.a, link.b]);
  return run;
}

/** How many runs end before a place of `b`, by halving: they end ever later. */
function countBefore(runs: readonly Link[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.b ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
