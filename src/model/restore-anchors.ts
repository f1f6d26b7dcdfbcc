import { kindOfId, type Anchorable } from './anchorable.ts';
import { matchDigests } from './match-digests.ts';

/** An id that has been published, with the digest of the block that had it. */
export interface PublishedAnchor {
  id: string;
  digest: string;
}

/** The id under which a place was published before. */
export interface RestoredAnchor {
  id: string;
  /** Whether the block is unchanged. If not, the id was matched by position only. */
  isExact: boolean;
}

/**
 * Finds the published id of each place of a text, if it has one.
 *
 * Unchanged blocks are found by their digest, even if they have moved. In a gap between two of them, if there are as many records as
 * places of a kind, these are paired in order, as reworded blocks. If the numbers differ, something was added or removed, and nothing is guessed.
 */
export function restoreAnchors(
  places: readonly Anchorable[],
  published: readonly PublishedAnchor[],
): (RestoredAnchor | undefined)[] {
  // The records of figures with an explicit id are not needed, and their ids don't reveal the kind of the place.
  const named = new Set(places.map(explicitFigureId));
  const records = published.filter(({ id }) => isValidId(id) && !named.has(id));
  const restored: (RestoredAnchor | undefined)[] = places.map(() => undefined);
  const assign = (place: number, record: number, isExact: boolean): void => {
    const { id } = records[record] ?? {};
    if (id !== undefined) restored[place] = { id, isExact };
  };
  const digests = (all: readonly { digest: string }[]): string[] => all.map(({ digest }) => digest);
  // Matched from the current text to the records, so `places` gives the record of each place.
  const matches = matchDigests(digests(places), digests(records));
  for (const [place, record] of matches.places.entries())
    if (record !== undefined) assign(place, record, true);
  for (const gap of matches.gaps) {
    const unnamed = gap.before.filter((place) => explicitFigureId(places[place]) === undefined);
    const unmatched = { places: unnamed, records: gap.now };
    for (const [place, record] of pairInOrder(unmatched, places, records)) assign(place, record, false);
  }
  return restored;
}

function explicitFigureId(place: Anchorable | undefined): string | undefined {
  return place?.kind === 'figure' ? place.explicitId : undefined;
}

/** Returns whether an author can write this id; others come from a damaged sync file. */
export function isValidId(id: string): boolean {
  return /^[^\s{}#:]+$/.test(id);
}

type Pair = readonly [place: number, record: number];

/** Pairs places with records of the same kind in order, for each kind that has as many of both. */
function pairInOrder(
  unmatched: { places: readonly number[]; records: readonly number[] },
  places: readonly Anchorable[],
  records: readonly PublishedAnchor[],
): readonly Pair[] {
  const placesOf = Map.groupBy(unmatched.places, (place) => places[place]?.kind ?? 'heading');
  const recordsOf = Map.groupBy(unmatched.records, (record) => kindOfId(records[record]?.id ?? ''));
  const found = [...placesOf].flatMap(([kind, these]) => zip(these, recordsOf.get(kind) ?? []));
  // The heading “Table 1” has an id like a table's. If only headings are unmatched, such ids were theirs.
  const areHeadings = placesOf.size === 1 && placesOf.has('heading') && !recordsOf.has('footnote');
  return areHeadings && found.length === 0 ? zip(unmatched.places, unmatched.records) : found;
}

function zip(places: readonly number[], records: readonly number[]): Pair[] {
  if (places.length !== records.length) return [];
  return places.map((place, index): Pair => [place, records[index] ?? 0]);
}
