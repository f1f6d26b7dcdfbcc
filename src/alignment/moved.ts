import type { Comparison } from './comparison.ts';
import { cutAt, first, leaveOut, longestInOrder, type Link } from './link.ts';
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
function findSeeds({ source, target, signs }: Comparison, left: Link): Link[] {
  const holders = new Map<number, number[]>();
  for (const block of left.target) {
    for (const sign of signs.target.of[block] ?? []) {
      if (!isDistinctive(sign)) continue;
      const known = holders.get(sign);
      if (known === undefined) holders.set(sign, [block]);
      else known.push(block);
    }
  }
  const pairs: { own: number; other: number; weight: number }[] = [];
  for (const own of left.source) {
    const weights = new Map<number, number>();
    for (const sign of signs.source.of[own] ?? []) {
      for (const other of holders.get(sign) ?? [])
        if (source.types[own] === target.types[other])
          weights.set(other, (weights.get(other) ?? 0) + (signs.weights[sign] ?? 0));
    }
    for (const [other, weight] of weights) {
      const alone = (signs.source.alone[own] ?? 0) + (signs.target.alone[other] ?? 0);
      if (weight - alone > enough) pairs.push({ own, other, weight: weight - alone });
    }
  }
  const seeds: Link[] = [];
  const [taken, met] = [new Set<number>(), new Set<number>()];
  for (const { own, other } of pairs.sort((a, b) => b.weight - a.weight)) {
    if (taken.has(own) || met.has(other)) continue;
    taken.add(own);
    met.add(other);
    seeds.push({ source: [own], target: [other] });
  }
  return seeds;

  function isDistinctive(sign: number): boolean {
    return signs.isFact[sign] === true && (signs.counts[sign] ?? 0) <= mostHolders;
  }
}

/** What more blocks have than these tells none of them. */
const mostHolders = 12;

/** So much must speak for a pair that nothing around speaks for. */
const enough = 3;

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
