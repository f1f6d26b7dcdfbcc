/**
 * Pieces of two texts that say the same: the numbers of blocks of the one and of the other, ascending. One side is empty where
 * a piece has no counterpart.
 */
export interface Segment {
  source: readonly number[];
  target: readonly number[];
  /** Whether the pieces stand at different places of their texts, so that their order differs from that around them. */
  isMoved: boolean;
}

/**
 * Two texts aligned: every block of both is in exactly one segment. Segments that are not moved follow one another in both
 * texts, those of footnotes last; a moved one stands where its source does.
 */
export interface Alignment {
  segments: readonly Segment[];
}

/** The alignment with its sides exchanged; moved segments stand where the other side does. */
export function flipAlignment({ segments }: Alignment): Alignment {
  const moved = segments.filter(({ isMoved }) => isMoved).map(flip);
  const flipped = segments.filter(({ isMoved }) => !isMoved).map(flip);
  for (const segment of moved) {
    const first = segment.source[0] ?? 0;
    const at = flipped.findIndex(({ source: [next] }) => next !== undefined && next > first);
    flipped.splice(at === -1 ? flipped.length : at, 0, segment);
  }
  return { segments: flipped };
}

function flip({ source, target, isMoved }: Segment): Segment {
  return { source: target, target: source, isMoved };
}

/** For each of `count` blocks of the source the block of the target that says the same, where exactly one does. */
export function findCounterparts({ segments }: Alignment, count: number): (number | undefined)[] {
  const counterparts = Array.from({ length: count }, (): number | undefined => undefined);
  for (const { source, target } of segments) {
    const [block, counterpart] = [source[0], target[0]];
    if (block !== undefined && source.length === 1 && target.length === 1) counterparts[block] = counterpart;
  }
  return counterparts;
}
