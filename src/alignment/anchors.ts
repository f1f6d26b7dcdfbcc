import { kindOf, type AlignableBlock } from './alignable.ts';
import { groupIndexes } from './group-indexes.ts';
import type { Link } from './link.ts';

/**
 * Links code, formulas, figures, pictures and tables that are identical in both texts and occur once in each. What occurs more often
 * is ambiguous and left to the alignment of its surroundings.
 */
export function linkIdentical(source: readonly AlignableBlock[], target: readonly AlignableBlock[]): Link[] {
  const [own, other] = [groupIndexes(source, contentOf), groupIndexes(target, contentOf)];
  return [...own].flatMap(([content, blocks]) => {
    const counterparts = other.get(content) ?? [];
    return blocks.length === 1 && counterparts.length === 1 ? [{ source: blocks, target: counterparts }] : [];
  });
}

/** Returns the language-independent content of a block: for pictures the file, since their text is a description. */
function contentOf({ type, digest, facts }: AlignableBlock): string | undefined {
  if (type === 'heading') return undefined;
  if (type !== 'paragraph') return `${type} ${digest}`;
  return facts.some((fact) => pictureFile.test(fact)) ? `picture ${facts.join(' ')}` : undefined;
}

const pictureFile = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Links the headings of a region in order, if both outlines are the same: equal levels in equal containers. */
export function linkOutlines(
  source: readonly AlignableBlock[],
  target: readonly AlignableBlock[],
  region: Link,
): Link[] {
  const own = listHeadings(source, region.source);
  const other = listHeadings(target, region.target);
  const kinds = (headings: readonly Heading[]): string => headings.map(({ kind }) => kind).join('\n');
  if (kinds(own) !== kinds(other)) return [];
  return own.map(({ number }, index) => ({ source: [number], target: [other[index]?.number ?? -1] }));
}

interface Heading {
  number: number;
  kind: string;
}

function listHeadings(blocks: readonly AlignableBlock[], region: readonly number[]): Heading[] {
  return region.flatMap((number) => {
    const block = blocks[number];
    return block?.type === 'heading' ? [{ number, kind: kindOf(block) }] : [];
  });
}
