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
  let texts = new Map(first.map(({ id, places }) => [id, places.map((place) => ({ place, last: place }))]));
  for (const list of rest) {
    const next = new Map<string, { place: number; last: number }[]>();
    for (const { id, places } of list) {
      const there = new Set(places);
      const runs = (texts.get(id) ?? []).flatMap(({ place, last }) => {
        const following = [last, last + 1].find((each) => there.has(each));
        return following === undefined ? [] : [{ place, last: following }];
      });
      if (runs.length > 0) next.set(id, runs);
    }
    texts = next;
  }
  return new Map([...texts].map(([id, runs]) => [id, runs.map(({ place }) => place)]));
}
