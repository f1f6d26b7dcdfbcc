import type { TextPlaces } from '../index/reader.ts';
import type { Alternative } from '../query/alternative.ts';

/** A reading of some words of a query, with its occurrences. */
export interface FoundAlternative {
  alternative: Alternative;
  /** Word numbers of the reading's terms, by text id. */
  texts: ReadonlyMap<string, readonly number[]>;
}

/**
 * Finds where the terms of a reading occur side by side (phrase search). Parts of a compound share one position, but a
 * term repeated in the reading must occur as often.
 */
export function joinPlaces(lists: readonly (readonly TextPlaces[])[]): Map<string, readonly number[]> {
  const [first = []] = lists;
  // Runs in progress, per text: possible positions of the last term, by the position of the first.
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

/** Returns all word numbers that runs cover, ascending. */
function placesOf(runs: ReadonlyMap<number, readonly number[]>): number[] {
  const places = [...runs].flatMap(([start, ends]) =>
    Array.from({ length: Math.min(...ends) - start + 1 }, (_, step) => start + step),
  );
  return [...new Set(places)].sort((one, other) => one - other);
}
