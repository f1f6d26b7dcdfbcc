import { longestCommonSubsequence } from './longest-common-subsequence.ts';

/** What stands of a sequence of digests in a later one. */
export interface DigestMatches {
  /** For each of the earlier ones where it stands now, if it does: in its order, or moved. */
  places: readonly (number | undefined)[];
  /** What is not known again, by what is known around it. Of each gap one side may be empty. */
  gaps: readonly Gap[];
}

/** What was between two neighbors known again, and what is there now. */
export interface Gap {
  before: readonly number[];
  now: readonly number[];
}

/** Know what stood in a text again by its digests: in their order as many as can be, then those that have moved. */
export function matchDigests(before: readonly string[], now: readonly string[]): DigestMatches {
  const run = longestCommonSubsequence(before, now);
  const places: (number | undefined)[] = before.map(() => undefined);
  for (const [was, is] of run) places[was] = is;
  const known = new Set(run.map(([, is]) => is));
  const moved = Map.groupBy(
    [...now.keys()].filter((index) => !known.has(index)),
    (index) => now[index],
  );
  for (const [index, digest] of before.entries()) {
    if (places[index] !== undefined) continue;
    const place = moved.get(digest)?.shift();
    if (place === undefined) continue;
    places[index] = place;
    known.add(place);
  }
  return { places, gaps: findGaps(run, places, { known, count: now.length }) };
}

function findGaps(
  run: readonly (readonly [number, number])[],
  places: DigestMatches['places'],
  { known, count }: { known: ReadonlySet<number>; count: number },
): Gap[] {
  const ends = [...run, [places.length, count] as const];
  return ends.flatMap(([beforeEnd, nowEnd], index) => {
    const [beforeStart, nowStart] = ends[index - 1] ?? [-1, -1];
    const gap = {
      before: between(beforeStart, beforeEnd).filter((each) => places[each] === undefined),
      now: between(nowStart, nowEnd).filter((each) => !known.has(each)),
    };
    return gap.before.length + gap.now.length === 0 ? [] : [gap];
  });
}

function between(start: number, end: number): number[] {
  return Array.from({ length: end - start - 1 }, (_, index) => start + 1 + index);
}
