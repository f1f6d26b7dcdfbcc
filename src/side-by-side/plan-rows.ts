import type { Alignment } from '../alignment/index.ts';
import type { TextParts } from './text-parts.ts';

/** The blocks that stand side by side in a row, of each text in its order. Of one text there may be none. */
export interface PlannedRow {
  own: readonly number[];
  other: readonly number[];
  /** Whether they stand at different places of their texts. */
  isMoved: boolean;
}

/**
 * Which blocks stand in which row: those of a segment in one, in the order of the own text. Segments between which something can't
 * be parted stand in one row together; what shows nothing has none.
 */
export function planRows({ segments }: Alignment, own: TextParts, other: TextParts): PlannedRow[] {
  const [placeOfOwn, placeOfOther] = [placesOf(own), placesOf(other)];
  const shown = segments.map(({ source, target, isMoved }) => ({
    own: inPlace(source, placeOfOwn),
    other: inPlace(target, placeOfOther),
    isMoved,
    isPair: source.length > 0 && target.length > 0,
  }));
  const pieces = inOrder(
    withNotesHeading([...shown, ...unknown(segments, own, other)], own, other),
    placeOfOwn,
  );
  const joined = joinedToBefore(pieces, own, other, placeOfOwn);
  const rows: PlannedRow[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = rows.at(-1);
    if (joined.has(index) && before !== undefined) rows[rows.length - 1] = join(before, piece);
    else rows.push({ own: piece.own, other: piece.other, isMoved: piece.isMoved });
  }
  return rows;
}

interface Piece extends PlannedRow {
  /** Whether it is a pair by what it says, even if one of the two shows nothing. */
  isPair: boolean;
}

/** Where each block that shows something stands among the others. */
type Places = ReadonlyMap<number, number>;

function placesOf({ order }: TextParts): Places {
  return new Map(order.map((number, place) => [number, place]));
}

/** Those of these blocks that show something, in the order in which they are read. */
function inPlace(numbers: readonly number[], places: Places): number[] {
  return numbers
    .filter((number) => places.has(number))
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** What no segment names, each for itself: there is none of it unless texts and alignment are of different times. */
function unknown(segments: Alignment['segments'], own: TextParts, other: TextParts): Piece[] {
  const named = {
    own: new Set(segments.flatMap(({ source }) => source)),
    other: new Set(segments.flatMap(({ target }) => target)),
  };
  const left = ({ order, notesHeading }: TextParts, known: ReadonlySet<number>): number[] =>
    order.filter((number) => !known.has(number) && number !== notesHeading);
  const none = { own: [], other: [], isMoved: false, isPair: false };
  return [
    ...left(own, named.own).map((number) => ({ ...none, own: [number] })),
    ...left(other, named.other).map((number) => ({ ...none, other: [number] })),
  ];
}

/** The headings of the footnotes stand before the first of them. */
function withNotesHeading(pieces: readonly Piece[], own: TextParts, other: TextParts): Piece[] {
  const first = pieces.findIndex(
    (piece) =>
      piece.own.some((each) => own.notes.has(each)) || piece.other.some((each) => other.notes.has(each)),
  );
  if (first === -1) return [...pieces];
  const heading = {
    own: own.notesHeading === undefined ? [] : [own.notesHeading],
    other: other.notesHeading === undefined ? [] : [other.notesHeading],
    isMoved: false,
    isPair: false,
  };
  return pieces.toSpliced(first, 0, heading);
}

/** In the order of the own text; what stands in the other alone keeps its place behind what it follows. */
function inOrder(pieces: readonly Piece[], places: Places): Piece[] {
  let last = -1;
  return pieces
    .filter(({ own, other }) => own.length + other.length > 0)
    .map((piece) => {
      const [first] = piece.own;
      if (first !== undefined) last = places.get(first) ?? last;
      return { piece, place: last };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ piece }) => piece);
}

/** The numbers of pieces that stand in the row of the piece before them. */
function joinedToBefore(
  pieces: readonly Piece[],
  own: TextParts,
  other: TextParts,
  places: Places,
): ReadonlySet<number> {
  const joined = new Set<number>();
  const joinRange = (indices: readonly number[]): void => {
    for (let index = Math.min(...indices) + 1; index <= Math.max(...indices); index += 1) joined.add(index);
  };
  for (const [side, { wholes }] of [['own', own] as const, ['other', other] as const]) {
    const rowOf = new Map(pieces.flatMap((piece, index) => piece[side].map((number) => [number, index])));
    for (const whole of wholes) joinRange(whole.flatMap((number) => rowOf.get(number) ?? []));
  }
  let farthest = { place: -1, index: 0 };
  for (const [index, piece] of pieces.entries()) {
    // What stands between blocks of one segment can't come after them.
    const [first = -1, last = -1] = [piece.own[0], piece.own.at(-1)].map((number = -1) => places.get(number));
    if (piece.own.length > 0 && first < farthest.place) joinRange([farthest.index, index]);
    if (last > farthest.place) farthest = { place: last, index };
    // A row of it alone would say that the other text lacks it.
    const isHalf = piece.own.length === 0 || piece.other.length === 0;
    if (piece.isPair && isHalf && pieces.length > 1) joined.add(Math.max(index, 1));
  }
  return joined;
}

function join(row: PlannedRow, more: PlannedRow): PlannedRow {
  return {
    own: [...row.own, ...more.own],
    other: [...row.other, ...more.other],
    isMoved: row.isMoved && more.isMoved,
  };
}
