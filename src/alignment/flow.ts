import { findAlike } from './anchors/alike.ts';
import { findOutline } from './anchors/outline.ts';
import type { Comparison } from './comparison.ts';
import { cutAt, first, longestInOrder, type Link } from './link.ts';
import { findMoved } from './moved.ts';
import { alignSequence } from './sequence.ts';

/**
 * Align running text: what is alike and about where it should be stands fast, then headings between that, then all between those by what is likeliest; what
 * is left over is looked for elsewhere.
 *
 * @param known links that stand fast already, none of whose blocks are in the stretch, and between which the rest is aligned
 */
export function alignFlow(comparison: Comparison, known: readonly Link[], stretch: Link): Link[] {
  const [source, target] = [comparison.source.blocks, comparison.target.blocks];
  const alike = findAlike(source, target);
  const found = cutAt(longestInOrder(known), stretch).flatMap((gap) => {
    const fast = longestInOrder(linksNearby(alike, gap));
    const between = cutAt(fast, gap).flatMap((gap) => {
      const headings = findOutline(source, target, gap);
      return [...headings, ...cutAt(headings, gap).flatMap((gap) => alignSequence(comparison, gap))];
    });
    return [...fast, ...between];
  });
  return [...found, ...findMoved(comparison, found, stretch)];
}

/** Links of blocks of a stretch that leave hardly more blocks alone than must be: a lone piece of code may have moved. */
export function linksNearby(links: readonly Link[], { source, target }: Link): Link[] {
  const [own, other] = [source, target].map((blocks) => new Map(blocks.map((block, at) => [block, at]))) as [
    Map<number, number>,
    Map<number, number>,
  ];
  return links.filter((link) => {
    const [row, column] = [own.get(first(link.source)), other.get(first(link.target))];
    if (row === undefined || column === undefined) return false;
    const [before, after] = [row - column, source.length - row - (target.length - column)];
    return Math.abs(before) + Math.abs(after) - Math.abs(before + after) <= mostAlone;
  });
}

/** About as many blocks stand alone rather than give up a pair that is surely one. */
const mostAlone = 6;
