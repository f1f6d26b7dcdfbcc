import type { Comparison } from './comparison.ts';
import { cutAt, first, leaveOut, longestInOrder, type Link } from './link.ts';
import { scorePair } from './score.ts';
import { alignSequence } from './sequence.ts';

/**
 * Find, among the blocks of a stretch that have no counterpart yet, those that stand elsewhere in the other text: by code,
 * numbers and links that hardly anything else has. Neighbours of such a pair that have no counterpart either go with it.
 */
export function findMoved(comparison: Comparison, links: readonly Link[], stretch: Link): Link[] {
  const left = leaveOut(links, stretch);
  const seeds = findSeeds(comparison, left);
  const own = runsOf(left.source, stretch.source);
  const other = runsOf(left.target, stretch.target);
  const met = Map.groupBy(seeds, ({ source, target }) => {
    return `${own.get(first(source))?.[0] ?? ''} ${other.get(first(target))?.[0] ?? ''}`;
  });
  const found = [...seeds];
  for (const group of met.values()) {
    const run: Link = {
      source: own.get(first(group[0]?.source ?? [])) ?? [],
      target: other.get(first(group[0]?.target ?? [])) ?? [],
    };
    const between = cutAt(longestInOrder(group), leaveOut(found, run));
    found.push(...between.flatMap((gap) => alignSequence(comparison, gap)));
  }
  return found;
}

/** Pairs that distinctive signs tell, surest first, each block in one. */
function findSeeds(comparison: Comparison, left: Link): Link[] {
  const { source, target, signs } = comparison;
  const isTelling = (sign: number): boolean =>
    signs.isFact[sign] === true && (signs.counts[sign] ?? 0) <= mostHolders;
  const holders = new Map<number, number[]>();
  for (const other of left.target) {
    for (const sign of (signs.target.of[other] ?? []).filter(isTelling))
      holders.set(sign, [...(holders.get(sign) ?? []), other]);
  }
  // Among so many pairs one looks like this by chance.
  const enough = Math.log(left.source.length * left.target.length) + 1;
  const pairs = left.source.flatMap((own) => {
    const met = new Set((signs.source.of[own] ?? []).flatMap((sign) => holders.get(sign) ?? []));
    return [...met]
      .filter((other) => source.types[own] === target.types[other])
      .map((other) => ({ own, other, score: scorePair(comparison, own, other) }))
      .filter(({ score }) => score >= enough);
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

/** What more blocks have than these tells none of them. */
const mostHolders = 20;

/** By its number the run of neighbours in which each block is left over. */
function runsOf(left: readonly number[], stretch: readonly number[]): Map<number, number[]> {
  const isLeft = new Set(left);
  const runs = new Map<number, number[]>();
  let run: number[] = [];
  for (const block of stretch) {
    if (!isLeft.has(block)) run = [];
    else {
      run.push(block);
      runs.set(block, run);
    }
  }
  return runs;
}
