import { sharedLength } from '../contract/index.ts';

/** Bytes of a piece’s first key in the manifest, compressed. */
const bytesPerKey = 6;

/** A smaller piece would have more bytes of HTTP headers than of content. */
const leastSize = 50;

/**
 * Returns the number of entries in a piece of a list. A first query loads the manifest, which names all pieces, and some of the pieces:
 * together they have the fewest bytes if the size grows with the square root of the length of the list.
 *
 * @param entries the length of the list
 * @param loaded the bytes that a query loads for each entry of the size: those of an entry, times the number of pieces
 * @param coarseness a factor for the size, for fewer files
 */
export function toPieceSize(entries: number, loaded: number, coarseness: number): number {
  return Math.round(coarseness * Math.max(leastSize, Math.sqrt((entries * bytesPerKey) / loaded)));
}

/** Returns the shortest key that is greater than the last key of a piece, and at most the first one of the next. */
export function toBorder(last: string, first: string): string {
  const border = first.slice(0, sharedLength(last, first) + 1);
  // Half a character is no key.
  return border.isWellFormed() ? border : first;
}
