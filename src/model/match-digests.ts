import { longestCommonSubsequence } from './longest-common-subsequence.ts';

/** Positions of the items of an earlier sequence of digests in a later one. */
export interface DigestMatches {
  /** Index of each earlier item in the later sequence; `undefined` if the item is gone. */
  places: readonly (number | undefined)[];
  /** Unmatched items, grouped by the matched ones around them. */
  gaps: readonly Gap[];
}

/** Unmatched indices of both sequences between the same two matched neighbors. One side may be empty. */
export interface Gap {
  before: readonly number[];
  now: readonly number[];
}

/** Matches digests of an earlier version of a text with those of the current one: first the longest common subsequence, then moved items. */
export function matchDigests(before: readonly string[], now: readonly string[]): DigestMatches {
  const inOrder = longestCommonSubsequence(before, now);
  const places: (number | undefined)[] = before.map(() => undefined);
  for (const [was, is] of inOrder) places[was] = is;
  const matched = new Set(inOrder.map(([, is]) => is));
  const unmatched = Map.groupBy(
    [...now.keys()].filter((index) => !matched.has(index)),
    (index) => now[index],
  );
  for (const [index, digest] of before.entries()) {
    if (places[index] !== undefined) continue;
    const place = unmatched.get(digest)?.shift();
    if (place === undefined) continue;
    places[index] = place;
    matched.add(place);
  }
  return { places, gaps: findGaps(inOrder, places, { matched, count: now.length }) };
}

function findGaps(
  inOrder: readonly (readonly [number, number])[],
  places: DigestMatches['places'],
  { matched, count }: { matched: ReadonlySet<number>; count: number },
): Gap[] {
  const ends = [...inOrder, [places.length, count] as const];
  return ends.flatMap(([beforeEnd, nowEnd], index) => {
    const [beforeStart, nowStart] = ends[index - 1] ?? [-1, -1];
    const gap = {
      before: between(beforeStart, beforeEnd).filter((each) => places[each] === undefined),
      now: between(nowStart, nowEnd).filter((each) => !matched.has(each)),
    };
    return gap.before.length + gap.now.length === 0 ? [] : [gap];
  });
}

function between(start: number, end: number): number[] {
  return Array.from({ length: end - start - 1 }, (_, index) => start + 1 + index);
}
