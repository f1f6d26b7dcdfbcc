import { kindOfId, type Anchorable } from './anchorable.ts';
import { matchDigests } from './match-digests.ts';

/** An anchor that has been published, and the digest of what had it. */
export interface PublishedAnchor {
  id: string;
  digest: string;
}

/** The id under which a place was once published. */
export interface RestoredAnchor {
  id: string;
  /** Whether the place reads as it did then; else it stands where one stood that reads otherwise. */
  isExact: boolean;
}

/**
 * The published anchor of each place of a text, if it has one.
 *
 * A place is known again by its digest, though it may have been moved. Between places known again, as many records as places
 * of a kind left over are taken in order: those were reworded. Where the numbers differ something came or went, and none is guessed.
 */
export function restoreAnchors(
  places: readonly Anchorable[],
  published: readonly PublishedAnchor[],
): (RestoredAnchor | undefined)[] {
  // A figure whose author has named it needs no record, whose id does not tell what it is of.
  const named = new Set(places.map(nameOfFigure));
  const records = published.filter(({ id }) => isAnchor(id) && !named.has(id));
  const restored: (RestoredAnchor | undefined)[] = places.map(() => undefined);
  const take = (place: number, record: number, isExact: boolean): void => {
    const { id } = records[record] ?? {};
    if (id !== undefined) restored[place] = { id, isExact };
  };
  const digests = (all: readonly { digest: string }[]): string[] => all.map(({ digest }) => digest);
  // Asked from now back to then: of each place, which record is its.
  const known = matchDigests(digests(places), digests(records));
  for (const [place, record] of known.places.entries()) if (record !== undefined) take(place, record, true);
  for (const gap of known.gaps) {
    const unnamed = gap.before.filter((place) => nameOfFigure(places[place]) === undefined);
    const left = { places: unnamed, records: gap.now };
    for (const [place, record] of pairInOrder(left, places, records)) take(place, record, false);
  }
  return restored;
}

function nameOfFigure(place: Anchorable | undefined): string | undefined {
  return place?.kind === 'figure' ? place.explicitId : undefined;
}

/** Whether a word can be an id: one that no author could write may come from a damaged file. */
function isAnchor(id: string): boolean {
  return /^[^\s{}#:]+$/.test(id);
}

type Pair = readonly [place: number, record: number];

/** Of each kind as many places as records, in their order. */
function pairInOrder(
  left: { places: readonly number[]; records: readonly number[] },
  places: readonly Anchorable[],
  records: readonly PublishedAnchor[],
): readonly Pair[] {
  const placesOf = Map.groupBy(left.places, (place) => places[place]?.kind ?? 'heading');
  const recordsOf = Map.groupBy(left.records, (record) => kindOfId(records[record]?.id ?? ''));
  const found = [...placesOf].flatMap(([kind, these]) => zip(these, recordsOf.get(kind) ?? []));
  // A heading may read “Table 1”: where headings alone are left, those were their records.
  const areHeadings = placesOf.size === 1 && placesOf.has('heading') && !recordsOf.has('footnote');
  return areHeadings && found.length === 0 ? zip(left.places, left.records) : found;
}

function zip(places: readonly number[], records: readonly number[]): Pair[] {
  if (places.length !== records.length) return [];
  return places.map((place, index): Pair => [place, records[index] ?? 0]);
}
