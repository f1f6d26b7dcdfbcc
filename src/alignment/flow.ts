import { findAlike } from './anchors/alike.ts';
import { findOutline } from './anchors/outline.ts';
import type { Comparison } from './comparison.ts';
import { cutAt, first, longestInOrder, type Link } from './link.ts';
import { findMoved } from './moved.ts';
import { alignSequence } from './sequence.ts';

/**
 * Align running text: what is alike stands fast, then headings between that, then all between those by what is likeliest; what
 * is left over is looked for elsewhere.
 *
 * @param known links that stand fast already, none of whose blocks are in the stretch
 */
export function alignFlow(comparison: Comparison, known: readonly Link[], stretch: Link): Link[] {
  const [source, target] = [comparison.source.blocks, comparison.target.blocks];
  const alike = findAlike(source, target);
  const found = cutAt(longestInOrder(known), stretch).flatMap((gap) => {
    const fast = longestInOrder(linksWithin(alike, gap));
    const between = cutAt(fast, gap).flatMap((gap) => {
      const headings = findOutline(source, target, gap);
      return [...headings, ...cutAt(headings, gap).flatMap((gap) => alignSequence(comparison, gap))];
    });
    return [...fast, ...between];
  });
  return [...found, ...findMoved(comparison, found, stretch)];
}

function linksWithin(links: readonly Link[], { source, target }: Link): Link[] {
  const [own, other] = [new Set(source), new Set(target)];
  return links.filter((link) => own.has(first(link.source)) && other.has(first(link.target)));
}
