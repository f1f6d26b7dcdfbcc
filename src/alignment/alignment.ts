/**
 * Pieces of two texts that say the same: the numbers of blocks of the one and of the other, ascending. One side is empty where
 * a piece has no counterpart.
 */
export interface Segment {
  source: readonly number[];
  target: readonly number[];
  /** Whether the pieces stand at different places of their texts, so that their order differs from that around them. */
  isMoved: boolean;
  /** There where the pieces are of footnotes, which readers find behind the text wherever they are written. */
  isNote?: true;
}

/**
 * Two texts aligned: every block of both is in exactly one segment. Segments that are not moved follow one another in both
 * texts, those of footnotes last; a moved one stands where its source does. Where nothing tells which comes first, what the
 * source alone has does.
 */
export interface Alignment {
  segments: readonly Segment[];
}

/** The alignment with its sides exchanged; moved segments stand where the other side does. */
export function flipAlignment({ segments }: Alignment): Alignment {
  return arrangeSegments(
    segments.map(({ source, target, ...rest }) => ({ source: target, target: source, ...rest })),
  );
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

/** Segments in the order that an alignment promises; those that are not moved must follow one another already. */
export function arrangeSegments(segments: readonly Segment[]): Alignment {
  const [notes, flow] = partition(segments, ({ isNote }) => isNote === true);
  return { segments: [...arrange(flow), ...arrange(notes)] };
}

function arrange(segments: readonly Segment[]): Segment[] {
  const [moved, standing] = partition(segments, ({ isMoved }) => isMoved);
  const arranged = sourceFirst(standing);
  for (const segment of moved.sort((a, b) => firstOf(a) - firstOf(b))) {
    const at = arranged.findIndex(({ source: [next] }) => next !== undefined && next > firstOf(segment));
    arranged.splice(at === -1 ? arranged.length : at, 0, segment);
  }
  return arranged;
}

/** Of neighbours that have no counterpart, those of the source first: their order among each other means nothing. */
function sourceFirst(segments: readonly Segment[]): Segment[] {
  const arranged: Segment[] = [];
  let waiting: Segment[] = [];
  for (const segment of segments) {
    if (segment.source.length === 0) waiting.push(segment);
    else {
      if (segment.target.length > 0) {
        arranged.push(...waiting);
        waiting = [];
      }
      arranged.push(segment);
    }
  }
  return [...arranged, ...waiting];
}

function firstOf({ source: [first = Infinity] }: Segment): number {
  return first;
}

function partition<T>(all: readonly T[], belongs: (each: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((each) => !belongs(each))];
}
