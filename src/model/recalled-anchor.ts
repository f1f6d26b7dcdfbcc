import { kindOfId, type Anchorable } from './anchorable.ts';
import { commonRun } from './common-run.ts';

/** An anchor that has been published, and the digest of what had it. */
export interface KeptAnchor {
  id: string;
  digest: string;
}

/** The id under which a place was once published. */
export interface Recalled {
  id: string;
  /** Whether the place reads as it did then; else it stands where one stood that reads otherwise. */
  isSure: boolean;
}

/**
 * The published anchor of each place of a text, if it has one.
 *
 * A place is known again by its digest, though it may have been moved. Between places known again, as many records as places
 * of a kind left over are taken in order: those were reworded. Where the numbers differ something came or went, and none is guessed.
 */
export function recallAnchors(
  places: readonly Anchorable[],
  kept: readonly KeptAnchor[],
): (Recalled | undefined)[] {
  const records = kept.filter(({ id }) => isAnchor(id));
  const recalled: (Recalled | undefined)[] = places.map(() => undefined);
  const run = commonRun(
    places.map(({ digest }) => digest),
    records.map(({ digest }) => digest),
  );
  const used = new Set<number>();
  const take = (place: number, record: number, isSure: boolean): void => {
    const { id } = records[record] ?? {};
    if (id !== undefined) recalled[place] = { id, isSure };
    used.add(record);
  };
  for (const [place, record] of run) take(place, record, true);
  for (const [place, record] of findMoved(places, records, { recalled, used })) take(place, record, true);
  for (const gap of gapsBetween(run, [places.length, records.length])) {
    const left = {
      places: gap.places.filter((place) => recalled[place] === undefined),
      records: gap.records.filter((record) => !used.has(record)),
    };
    for (const [place, record] of pairInOrder(left, places, records)) take(place, record, false);
  }
  return recalled;
}

/** Whether a word can be an id: one that no author could write may come from a damaged file. */
function isAnchor(id: string): boolean {
  return /^[^\s{}#:]+$/.test(id);
}

type Pair = readonly [place: number, record: number];
type Digested = readonly { digest: string }[];

/** Places and records that agree by digest and stand in no common order with the others. */
function findMoved(
  places: Digested,
  records: Digested,
  { recalled, used }: { recalled: readonly unknown[]; used: ReadonlySet<number> },
): Pair[] {
  const byDigest = Map.groupBy(
    [...records.keys()].filter((record) => !used.has(record)),
    (record) => records[record]?.digest,
  );
  return [...places.entries()].flatMap(([place, { digest }]): Pair[] => {
    const record = recalled[place] === undefined ? byDigest.get(digest)?.shift() : undefined;
    return record === undefined ? [] : [[place, record]];
  });
}

interface Gap {
  places: number[];
  records: number[];
}

/** What stands before, between and after pairs that follow one another. */
function gapsBetween(run: readonly Pair[], ends: Pair): Gap[] {
  let [place, record] = [0, 0];
  return [...run, ends].map(([placeEnd, recordEnd]) => {
    const gap = { places: range(place, placeEnd), records: range(record, recordEnd) };
    [place, record] = [placeEnd + 1, recordEnd + 1];
    return gap;
  });
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

/** Of each kind as many places as records, in their order. */
function pairInOrder(
  left: Gap,
  places: readonly Anchorable[],
  records: readonly KeptAnchor[],
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
