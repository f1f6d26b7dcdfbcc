import { linkIdentical, linkOutlines } from './anchors.ts';
import type { Comparison } from './comparison.ts';
import { splitAtLinks, firstBlock, longestIncreasingSubsequence, type Link } from './link.ts';
import { linkMoved } from './moved.ts';
import { alignSequence } from './sequence.ts';

/**
 * Aligns running text in four passes: anchors on identical blocks near the diagonal, then matching outlines between them,
 * then dynamic programming in the remaining gaps, then a search for moved blocks among what is left over.
 *
 * @param known links that are fixed already and whose blocks are not in the region; the gaps between them are aligned
 */
export function alignRunningText(comparison: Comparison, known: readonly Link[], region: Link): Link[] {
  const [source, target] = [comparison.source.blocks, comparison.target.blocks];
  const identical = linkIdentical(source, target);
  const found = splitAtLinks(longestIncreasingSubsequence(known), region).flatMap((gap) => {
    const anchors = longestIncreasingSubsequence(dropDistantLinks(identical, gap));
    const between = splitAtLinks(anchors, gap).flatMap((gap) => {
      const headings = linkOutlines(source, target, gap);
      return [...headings, ...splitAtLinks(headings, gap).flatMap((gap) => alignSequence(comparison, gap))];
    });
    return [...anchors, ...between];
  });
  return [...found, ...linkMoved(comparison, found, region)];
}

/** Drops links of a region far off its diagonal, which would leave many blocks without a counterpart: they may have moved. */
export function dropDistantLinks(links: readonly Link[], { source, target }: Link): Link[] {
  const [own, other] = [source, target].map((blocks) => new Map(blocks.map((block, at) => [block, at]))) as [
    Map<number, number>,
    Map<number, number>,
  ];
  return links.filter((link) => {
    const [row, column] = [own.get(firstBlock(link.source)), other.get(firstBlock(link.target))];
    if (row === undefined || column === undefined) return false;
    const [before, after] = [row - column, source.length - row - (target.length - column)];
    return Math.abs(before) + Math.abs(after) - Math.abs(before + after) <= maxUnpaired;
  });
}

/** Maximum number of extra unpaired blocks that an anchor may cost. */
const maxUnpaired = 6;
