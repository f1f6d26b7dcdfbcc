import type { Pieces } from '../../contract/index.ts';

/** A range of keys: `from` inclusive, `to` exclusive. */
export type KeyRange = readonly [from: string, to: string];

/** Returns the indexes of the pieces that may contain keys in a range. */
export function findPieces({ firsts }: Pick<Pieces, 'firsts'>, [from, to]: KeyRange): number[] {
  return firsts.flatMap((first, piece) => {
    const next = firsts[piece + 1];
    return first < to && (next === undefined || next > from) ? [piece] : [];
  });
}
