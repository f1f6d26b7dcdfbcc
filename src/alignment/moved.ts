import type { Comparison } from './comparison.ts';
import { splitAtLinks, firstBlock, excludeLinks, longestIncreasingSubsequence, type Link } from './link.ts';
import { scorePair } from './score.ts';
import { alignSequence } from './sequence.ts';

/**
 * Links moved blocks among those of a region that have no counterpart yet, by code, numbers and URLs that are rare. Unlinked
 * neighbors of such a pair are aligned with each other, since they probably moved together.
 */
export function linkMoved(comparison: Comparison, links: readonly Link[], region: Link): Link[] {
  const left = excludeLinks(links, region);
  const seeds = findSeeds(comparison, left);
  const own = runsOf(left.source, region.source);
  const other = runsOf(left.target, region.target);
  const met = Map.groupBy(seeds, ({ source, target }) => {
    return `${own.get(firstBlock(source))?.[0] ?? ''} ${other.get(firstBlock(target))?.[0] ?? ''}`;
  });
  const found = [...seeds];
  for (const group of met.values()) {
    const run: Link = {
      source: own.get(firstBlock(group[0]?.source ?? [])) ?? [],
      target: other.get(firstBlock(group[0]?.target ?? [])) ?? [],
    };
    const between = splitAtLinks(longestIncreasingSubsequence(group), excludeLinks(found, run));
    found.push(...between.flatMap((gap) => alignSequence(comparison, gap)));
  }
  return found;
}

/** Pairs blocks greedily by their rare features, highest score first. */
function findSeeds(comparison: Comparison, left: Link): Link[] {
  const { source, target, features } = comparison;
  const isRare = (feature: number): boolean =>
    features.isFact[feature] === true && (features.counts[feature] ?? 0) <= maxOccurrences;
  const holders = new Map<number, number[]>();
  for (const other of left.target) {
    for (const feature of (features.target.of[other] ?? []).filter(isRare))
      holders.set(feature, [...(holders.get(feature) ?? []), other]);
  }
  // The score is a log-likelihood ratio: among so many pairs, one reaches less than this by chance.
  const threshold = Math.log(left.source.length * left.target.length) + 1;
  const pairs = left.source.flatMap((own) => {
    const met = new Set((features.source.of[own] ?? []).flatMap((feature) => holders.get(feature) ?? []));
    return [...met]
      .filter((other) => source.types[own] === target.types[other])
      .map((other) => ({ own, other, score: scorePair(comparison, own, other) }))
      .filter(({ score }) => score >= threshold);
  });
  const [taken, met] = [new Set<number>(), new Set<number>()];
  return pairs
    .sort((a, b) => b.score - a.score)
    .flatMap(({ own, other }): Link[] => {
      if (taken.has(own) || met.has(other)) return [];
      taken.add(own);
      met.add(other);
      return [{ source: [own], target: [other] }];
    });
}

/** Features of more blocks than this are not distinctive. */
const maxOccurrences = 20;

/** Maps each unlinked block to the run of adjacent unlinked blocks it is in. */
function runsOf(left: readonly number[], region: readonly number[]): Map<number, number[]> {
  const isLeft = new Set(left);
  const runs = new Map<number, number[]>();
  let run: number[] = [];
  for (const block of region) {
    if (!isLeft.has(block)) run = [];
    else {
      run.push(block);
      runs.set(block, run);
    }
  }
  return runs;
}
