import { kindOf, type AlignableBlock } from '../alignable.ts';
import type { Link } from '../link.ts';

/** Headings of two stretches by their order, if the outlines are the same: equal levels, standing in the same. */
export function findOutline(
  source: readonly AlignableBlock[],
  target: readonly AlignableBlock[],
  stretch: Link,
): Link[] {
  const own = listHeadings(source, stretch.source);
  const other = listHeadings(target, stretch.target);
  const kinds = (headings: readonly Heading[]): string => headings.map(({ kind }) => kind).join('\n');
  if (kinds(own) !== kinds(other)) return [];
  return own.map(({ number }, index) => ({ source: [number], target: [other[index]?.number ?? -1] }));
}

interface Heading {
  number: number;
  kind: string;
}

function listHeadings(blocks: readonly AlignableBlock[], stretch: readonly number[]): Heading[] {
  return stretch.flatMap((number) => {
    const block = blocks[number];
    return block?.type === 'heading' ? [{ number, kind: kindOf(block) }] : [];
  });
}
