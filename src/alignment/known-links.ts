import type { AlignableText, RecordedPair } from './alignable.ts';
import { groupIndexes } from './group-indexes.ts';
import type { Link } from './link.ts';

/** Returns the blocks marked as meant for the text’s own language only. A mark for another language is a mistake and ignored. */
export function findExemptBlocks({ locale, blocks }: AlignableText): number[] {
  return blocks.flatMap(({ only }, block) => (only === locale ? [block] : []));
}

/** Links blocks that have the same pair name in both texts. */
export function linkPinned(source: AlignableText, target: AlignableText): Link[] {
  const named = groupIndexes(source.blocks, ({ pair }) => pair);
  const counterparts = groupIndexes(target.blocks, ({ pair }) => pair);
  return [...named].flatMap(([name, blocks]) => {
    const found = counterparts.get(name);
    return found === undefined ? [] : [{ source: blocks, target: found }];
  });
}

/** Recorded pairs located in the current texts. */
interface RecordedLinks {
  /** Pairs whose blocks are all unchanged and occur as often as when they were recorded. */
  certain: Link[];
  /** Pairs with blocks that now occur more or less often, which makes it ambiguous which of them are meant. */
  likely: Link[];
}

/** Links recorded pairs in two texts. Pairs with a block that was changed or removed are dropped. */
export function linkRecorded(
  source: AlignableText,
  target: AlignableText,
  recorded: readonly RecordedPair[],
): RecordedLinks {
  const pairs = recorded.filter(({ source, renders }) => source.length > 0 && renders.length > 0);
  const findOwn = createFinder(
    source,
    pairs.flatMap((pair) => pair.source),
  );
  const findOther = createFinder(
    target,
    pairs.flatMap((pair) => pair.renders),
  );
  const found: RecordedLinks = { certain: [], likely: [] };
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
 * Creates a function that finds blocks by digest, to be called once for each recorded pair in order. If several
 * blocks have the same digest, it returns the next of them, or all if the text has more or fewer of them than were recorded.
 */
function createFinder(
  { blocks }: AlignableText,
  recorded: readonly string[],
): (digests: readonly string[]) => Found | undefined {
  const current = groupIndexes(blocks, ({ digest }) => digest);
  const times = groupIndexes(recorded, (digest) => digest);
  const used = new Map<string, number>();
  return (digests) => {
    const places = digests.map((digest) => {
      const all = current.get(digest) ?? [];
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
