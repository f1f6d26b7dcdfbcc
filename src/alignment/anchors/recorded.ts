import type { AlignableText, RecordedPair } from '../alignable.ts';
import type { Link } from '../link.ts';
import { groupNumbers } from './group-numbers.ts';

/** What a record tells of two texts as they are now. */
export interface Recorded {
  /** Pairs of which every block still stands, each as often as it was recorded. */
  certain: Link[];
  /** Pairs of blocks of which equal ones came or went: which of them are meant depends on what stands around. */
  likely: Link[];
}

/** Find recorded pairs in two texts; those of which a block is gone, or changed, tell nothing any more. */
export function findRecorded(
  source: AlignableText,
  target: AlignableText,
  recorded: readonly RecordedPair[],
): Recorded {
  const pairs = recorded.filter(({ source, renders }) => source.length > 0 && renders.length > 0);
  const findOwn = createFinder(
    source,
    pairs.flatMap((pair) => pair.source),
  );
  const findOther = createFinder(
    target,
    pairs.flatMap((pair) => pair.renders),
  );
  const found: Recorded = { certain: [], likely: [] };
  for (const { source, renders } of pairs) {
    const [own, other] = [findOwn(source), findOther(renders)];
    if (own === undefined || other === undefined) continue;
    const isCertain = own.isCertain && other.isCertain;
    found[isCertain ? 'certain' : 'likely'].push({ source: own.blocks, target: other.blocks });
  }
  return found;
}

interface Found {
  blocks: number[];
  isCertain: boolean;
}

/**
 * Find blocks by digest, one recorded pair after another: of blocks that read the same, each the next, if as many stand in the
 * text as were recorded; else all of them.
 */
function createFinder(
  { blocks }: AlignableText,
  recorded: readonly string[],
): (digests: readonly string[]) => Found | undefined {
  const standing = groupNumbers(blocks, ({ digest }) => digest);
  const times = groupNumbers(recorded, (digest) => digest);
  const used = new Map<string, number>();
  return (digests) => {
    const places = digests.map((digest) => {
      const all = standing.get(digest) ?? [];
      const next = used.get(digest) ?? 0;
      used.set(digest, next + 1);
      const isCertain = all.length === times.get(digest)?.length;
      return { blocks: isCertain ? all.slice(next, next + 1) : all, isCertain };
    });
    if (places.some((place) => place.blocks.length === 0)) return undefined;
    return {
      blocks: [...new Set(places.flatMap((place) => place.blocks))].sort((a, b) => a - b),
      isCertain: places.every(({ isCertain }) => isCertain),
    };
  };
}
