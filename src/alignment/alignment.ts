import { splitAtLinks, firstBlock, excludeLinks, longestIncreasingSubsequence, type Link } from './link.ts';

/** Counterparts in two texts: ascending block numbers of each. One side is empty if the other has no counterpart. */
export interface Segment {
  source: readonly number[];
  target: readonly number[];
  /** Whether the counterparts are at different places of their texts, out of the common order. */
  isMoved: boolean;
  /** Whether the segment is of a footnote: those are shown after the text wherever they are written. */
  isNote?: true;
}

/**
 * An alignment of two texts: every block of both is in exactly one segment. Segments that are not moved are in the order of
 * both texts, with footnotes last; moved segments are at the place of their source. Ties go to blocks that only the source has.
 */
export interface Alignment {
  segments: readonly Segment[];
}

/**
 * Builds the alignment from links. Those outside of the longest common order are marked as moved, and blocks without a link
 * become segments of their own.
 *
 * @param flow all blocks of the running text
 * @param notes all blocks of footnotes
 */
export function toAlignment(links: readonly Link[], flow: Link, notes: Link): Alignment {
  const isIn = (part: Link): ((link: Link) => boolean) => {
    const [own, other] = [new Set(part.source), new Set(part.target)];
    return ({ source, target }) => own.has(firstBlock(source)) && other.has(firstBlock(target));
  };
  const [inFlow, inNotes] = [links.filter(isIn(flow)), links.filter(isIn(notes))];
  const across = new Set(links).difference(new Set([...inFlow, ...inNotes]));
  const moved = [...across].map((link): Segment => ({ ...link, isMoved: true }));
  const noted = toSegments(inNotes, notes, links).map((segment): Segment => ({ ...segment, isNote: true }));
  return arrangeSegments([...toSegments(inFlow, flow, links), ...moved, ...noted]);
}

function toSegments(links: readonly Link[], part: Link, all: readonly Link[]): Segment[] {
  const inOrder = longestIncreasingSubsequence(links);
  const moved = new Set(links).difference(new Set(inOrder));
  const alone = splitAtLinks(inOrder, excludeLinks(all, part));
  return [
    ...alone.flatMap(({ source, target }, index): Segment[] => [
      ...source.map((block) => ({ source: [block], target: [], isMoved: false })),
      ...target.map((block) => ({ source: [], target: [block], isMoved: false })),
      ...inOrder.slice(index, index + 1).map((link) => ({ ...link, isMoved: false })),
    ]),
    ...[...moved].map((link) => ({ ...link, isMoved: true })),
  ];
}

/** Swaps source and target of an alignment; moved segments go to the place of their new source. */
export function flipAlignment({ segments }: Alignment): Alignment {
  return arrangeSegments(
    segments.map(({ source, target, ...rest }) => ({ source: target, target: source, ...rest })),
  );
}

/** Returns the counterpart of each of `count` source blocks, or `undefined` where it isn't exactly one block. */
export function findCounterparts({ segments }: Alignment, count: number): (number | undefined)[] {
  const counterparts = Array.from({ length: count }, (): number | undefined => undefined);
  for (const { source, target } of segments) {
    const [block, counterpart] = [source[0], target[0]];
    if (block !== undefined && source.length === 1 && target.length === 1) counterparts[block] = counterpart;
  }
  return counterparts;
}

/** Sorts segments into the order of an {@link Alignment}. Segments that are not moved must already be in order. */
function arrangeSegments(segments: readonly Segment[]): Alignment {
  const [notes, flow] = partition(segments, ({ isNote }) => isNote === true);
  return { segments: [...arrange(flow), ...arrange(notes)] };
}

function arrange(segments: readonly Segment[]): Segment[] {
  const [moved, inOrder] = partition(segments, ({ isMoved }) => isMoved);
  const arranged = sourceFirst(inOrder);
  for (const segment of moved.sort((a, b) => firstOf(a) - firstOf(b))) {
    const at = arranged.findIndex(({ source: [next] }) => next !== undefined && next > firstOf(segment));
    arranged.splice(at === -1 ? arranged.length : at, 0, segment);
  }
  return arranged;
}

/** Sorts adjacent segments without counterparts: those of the source come first. Without this, their order would be arbitrary. */
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
