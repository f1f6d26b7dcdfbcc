import { isVerbatim, kindOf, type AlignableBlock, type AlignableText } from './alignable.ts';
import { findSharedFeatures, type SharedFeatures } from './features.ts';
import type { Link } from './link.ts';
import { lengthScales, estimateDistribution, tabulateLengths, type LengthTables } from './length.ts';

/** One text, prepared for comparison; arrays are indexed by block. */
export interface Side {
  blocks: readonly AlignableBlock[];
  /** Lengths in the unit that both texts share. */
  lengths: Float64Array;
  /** Ids of types and of kinds (type, level and containers), shared by both texts. */
  types: Int32Array;
  kinds: Int32Array;
}

/** Two texts and everything the alignment derives from both. */
export interface Comparison {
  source: Side;
  target: Side;
  features: SharedFeatures;
  /** By type: the distribution of lengths, and whether two adjacent blocks can be one block in the other language. */
  types: readonly { lengths: LengthTables; canMerge: boolean }[];
  /** By kind: the score that two blocks get if both are of this kind. */
  kinds: Float64Array;
}

/** Prepares two texts for comparison. */
export function compareTexts(
  source: AlignableText,
  target: AlignableText,
  likely: readonly Link[],
): Comparison {
  const all = [...source.blocks, ...target.blocks];
  const typeIds = assignIds(all.map(({ type }) => type));
  const kindIds = assignIds(all.map(kindOf));
  const scales = lengthScales(measure(source), measure(target));
  const side = ({ blocks }: AlignableText, scale: number): Side => ({
    blocks,
    lengths: Float64Array.from(blocks, (block) =>
      isVerbatim(block) ? block.text.length : lengthOf(block) * scale,
    ),
    types: Int32Array.from(blocks, ({ type }) => typeIds.get(type) ?? 0),
    kinds: Int32Array.from(blocks, (block) => kindIds.get(kindOf(block)) ?? 0),
  });
  const sides = [side(source, scales.source), side(target, scales.target)] as const;
  const types = [...typeIds].map(([type, number]) => {
    const lengths = sides.flatMap(({ lengths, types }) => [
      ...lengths.filter((_, block) => types[block] === number),
    ]);
    return { lengths: tabulateLengths(estimateDistribution(lengths)), canMerge: type === 'paragraph' };
  });
  const counts = new Float64Array(kindIds.size);
  for (const kind of sides.flatMap(({ kinds }) => [...kinds])) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    source: sides[0],
    target: sides[1],
    features: findSharedFeatures(source.blocks, target.blocks, likely),
    types,
    kinds: counts.map((count) => Math.log(all.length / count)),
  };
}

function lengthOf({ text }: AlignableBlock): number {
  return text.normalize('NFC').length;
}

function measure({ locale, blocks }: AlignableText) {
  return { locale, lengths: blocks.filter(({ type }) => type === 'paragraph').map(lengthOf) };
}

function assignIds(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, number) => [name, number]));
}
