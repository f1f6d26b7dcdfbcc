import type { TextPlaces } from '../index/postings.ts';
import type { Alternative } from '../query/alternative.ts';

/** A reading of some words of a query and where it stands. */
export interface FoundAlternative {
  alternative: Alternative;
  /** Places of its first term, by the name of the text. */
  texts: ReadonlyMap<string, readonly number[]>;
}

/** Where the terms of a reading stand side by side; parts of one word share its place. */
export function joinPlaces(lists: readonly (readonly TextPlaces[])[]): Map<string, readonly number[]> {
  const [first = [], ...rest] = lists;
  // Where each run that has begun may have come to: by the place of its first term.
  let texts = new Map(first.map(({ id, places }) => [id, new Map(places.map((at) => [at, [at]]))]));
  for (const list of rest) {
    const next: typeof texts = new Map();
    for (const { id, places } of list) {
      const there = new Set(places);
      const runs = [...(texts.get(id) ?? [])].flatMap(([start, ends]): [number, number[]][] => {
        const onward = new Set(ends.flatMap((end) => [end, end + 1]).filter((end) => there.has(end)));
        return onward.size === 0 ? [] : [[start, [...onward]]];
      });
      if (runs.length > 0) next.set(id, new Map(runs));
    }
    texts = next;
  }
  return new Map([...texts].map(([id, runs]) => [id, [...runs.keys()]]));
}
