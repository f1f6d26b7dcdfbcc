import { arrangeSegments, type Alignment, type Segment } from './alignment.ts';
import { cutAt, first, leaveOut, longestInOrder, type Link } from './link.ts';

/**
 * The alignment that links make: the most of them that stand in one order in both texts, those that don’t as moved, and what
 * is in none, alone at its place.
 *
 * @param flow all blocks of the running text
 * @param notes all blocks of footnotes
 */
export function toAlignment(links: readonly Link[], flow: Link, notes: Link): Alignment {
  const isIn = (part: Link): ((link: Link) => boolean) => {
    const [own, other] = [new Set(part.source), new Set(part.target)];
    return ({ source, target }) => own.has(first(source)) && other.has(first(target));
  };
  const [inFlow, inNotes] = [links.filter(isIn(flow)), links.filter(isIn(notes))];
  const across = new Set(links).difference(new Set([...inFlow, ...inNotes]));
  const moved = [...across].map((link): Segment => ({ ...link, isMoved: true }));
  const noted = toSegments(inNotes, notes, links).map((segment): Segment => ({ ...segment, isNote: true }));
  return arrangeSegments([...toSegments(inFlow, flow, links), ...moved, ...noted]);
}

function toSegments(links: readonly Link[], part: Link, all: readonly Link[]): Segment[] {
  const standing = longestInOrder(links);
  const moved = new Set(links).difference(new Set(standing));
  const alone = cutAt(standing, leaveOut(all, part));
  return [
    ...alone.flatMap(({ source, target }, index): Segment[] => [
      ...source.map((block) => ({ source: [block], target: [], isMoved: false })),
      ...target.map((block) => ({ source: [], target: [block], isMoved: false })),
      ...standing.slice(index, index + 1).map((link) => ({ ...link, isMoved: false })),
    ]),
    ...[...moved].map((link) => ({ ...link, isMoved: true })),
  ];
}
