import type { TextPlaces } from '../index/postings.ts';
import type { Alternative } from '../query/alternative.ts';

/** A reading of some words of a query and where it stands. */
export interface FoundAlternative {
  alternative: Alternative;
  /** Places of its terms, by the name of the text. */
  texts: ReadonlyMap<string, readonly number[]>;
}

/**
 * Where the terms of a reading stand side by side. Parts of one word share its place, but a term that is asked for twice in
 * a row must be there twice.
 */
export function joinPlaces(lists: readonly (readonly TextPlaces[])[]): Map<string, readonly number[]> {
  const [first = []] = lists;
  // Where each run that has begun may have come to: by the place of its first term.
  let texts = new Map(first.map(({ id, places }) => [id, new Map(places.map((at) => [at, [at]]))]));
  for (const [nth, list] of lists.entries()) {
    if (nth === 0) continue;
    const steps = list === lists[nth - 1] ? [1] : [0, 1];
    const next: typeof texts = new Map();
    for (const { id, places } of list) {
      const there = new Set(places);
      const runs = [...(texts.get(id) ?? [])].flatMap(([start, ends]): [number, number[]][] => {
        const onward = ends.flatMap((end) => steps.map((step) => end + step)).filter((end) => there.has(end));
        return onward.length === 0 ? [] : [[start, [...new Set(onward)]]];
      });
      if (runs.length > 0) next.set(id, new Map(runs));
    }
    texts = next;
  }
  return new Map([...texts].map(([id, runs]) => [id, placesOf(runs)]));
}

/** All places of runs, from the first term's to the last's, in their order. */
function placesOf(runs: ReadonlyMap<number, readonly number[]>): number[] {
  const places = [...runs].flatMap(([start, ends]) =>
    Array.from({ length: Math.min(...ends) - start + 1 }, (_, step) => start + step),
  );
  return [...new Set(places)].sort((one, other) => one - other);
}
