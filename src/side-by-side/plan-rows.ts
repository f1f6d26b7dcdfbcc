import type { Alignment } from '../alignment/index.ts';
import type { TextParts } from './text-parts.ts';

/** The block numbers of a row, for each text in its own order. One of the two may be empty. */
export interface PlannedRow {
  own: readonly number[];
  other: readonly number[];
  /** Whether the blocks are at different positions in their texts. */
  isMoved: boolean;
}

/**
 * Assigns blocks to rows: one row per segment, in the order of the own text. Segments that share an unsplittable element are
 * joined into one row. Blocks that show nothing are left out.
 */
export function planRows({ segments }: Alignment, own: TextParts, other: TextParts): PlannedRow[] {
  const [placeOfOwn, placeOfOther] = [placesOf(own), placesOf(other)];
  const shown = segments.map(({ source, target, isMoved }) => ({
    own: visibleIn(source, placeOfOwn),
    other: visibleIn(target, placeOfOther),
    isMoved,
    isPair: source.length > 0 && target.length > 0,
  }));
  const pieces = inOrder(
    withFootfootnotesHeading([...shown, ...unaligned(segments, own, other)], own, other),
    placeOfOwn,
  );
  const joined = findJoined(pieces, own, other, placeOfOwn);
  const rows: PlannedRow[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = rows.at(-1);
    if (joined.has(index) && before !== undefined) rows[rows.length - 1] = join(before, piece);
    else rows.push({ own: piece.own, other: piece.other, isMoved: piece.isMoved });
  }
  return rows;
}

interface Piece extends PlannedRow {
  /** Whether the segment has blocks in both texts, even if those of one show nothing. */
  isPair: boolean;
}

/** The position of each visible block in its text, by block number. */
type Places = ReadonlyMap<number, number>;

function placesOf({ order }: TextParts): Places {
  return new Map(order.map((number, place) => [number, place]));
}

/** Returns the visible ones of some blocks, in reading order. */
function visibleIn(numbers: readonly number[], places: Places): number[] {
  return numbers
    .filter((number) => places.has(number))
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** Returns a row for each block without a segment. Empty unless the alignment belongs to another version of the texts. */
function unaligned(segments: Alignment['segments'], own: TextParts, other: TextParts): Piece[] {
  const named = {
    own: new Set(segments.flatMap(({ source }) => source)),
    other: new Set(segments.flatMap(({ target }) => target)),
  };
  const left = ({ order, footnotesHeading }: TextParts, known: ReadonlySet<number>): number[] =>
    order.filter((number) => !known.has(number) && number !== footnotesHeading);
  const none = { own: [], other: [], isMoved: false, isPair: false };
  return [
    ...left(own, named.own).map((number) => ({ ...none, own: [number] })),
    ...left(other, named.other).map((number) => ({ ...none, other: [number] })),
  ];
}

/** Inserts a row with the footnotes' headings before the first footnote. */
function withFootfootnotesHeading(pieces: readonly Piece[], own: TextParts, other: TextParts): Piece[] {
  const first = pieces.findIndex(
    (piece) =>
      piece.own.some((each) => own.footnotes.has(each)) ||
      piece.other.some((each) => other.footnotes.has(each)),
  );
  if (first === -1) return [...pieces];
  const heading = {
    own: own.footnotesHeading === undefined ? [] : [own.footnotesHeading],
    other: other.footnotesHeading === undefined ? [] : [other.footnotesHeading],
    isMoved: false,
    isPair: false,
  };
  return pieces.toSpliced(first, 0, heading);
}

/** Sorts rows by the own text. A row of the other text alone stays after the row before it. */
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

/** Returns the indices of rows that must be joined with the row before. */
function findJoined(
  pieces: readonly Piece[],
  own: TextParts,
  other: TextParts,
  places: Places,
): ReadonlySet<number> {
  const joined = new Set<number>();
  const joinRange = (indices: readonly number[]): void => {
    for (let index = Math.min(...indices) + 1; index <= Math.max(...indices); index += 1) joined.add(index);
  };
  for (const [side, { unsplittable }] of [['own', own] as const, ['other', other] as const]) {
    const rowOf = new Map(pieces.flatMap((piece, index) => piece[side].map((number) => [number, index])));
    for (const whole of unsplittable) joinRange(whole.flatMap((number) => rowOf.get(number) ?? []));
  }
  let farthest = { place: -1, index: 0 };
  for (const [index, piece] of pieces.entries()) {
    // A block between two blocks of one segment cannot come after that segment, so their rows are joined.
    const [first = -1, last = -1] = [piece.own[0], piece.own.at(-1)].map((number = -1) => places.get(number));
    if (piece.own.length > 0 && first < farthest.place) joinRange([farthest.index, index]);
    if (last > farthest.place) farthest = { place: last, index };
    // In a row of its own it would seem to be missing in the other text.
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
