import { kindOf, type AlignableBlock, type AlignableText } from './alignable.ts';
import { findSharedSigns, type SharedSigns } from './evidence.ts';
import type { Link } from './link.ts';
import { letterScales, spreadOf, tabulateLengths, type LengthTables } from './length.ts';

/** A text as it is compared, block by block. */
export interface Side {
  blocks: readonly AlignableBlock[];
  /** Lengths in the unit of the comparison. */
  lengths: Float64Array;
  /** Numbers of types, and of kinds: type, level, what it stands in. The same in both texts. */
  types: Int32Array;
  kinds: Int32Array;
}

/** All that is known of two texts for aligning them. */
export interface Comparison {
  source: Side;
  target: Side;
  signs: SharedSigns;
  /** By type: how usual lengths are, and whether neighbours can be one block in the other language. */
  types: readonly { lengths: LengthTables; canMerge: boolean }[];
  /** By kind: how much it speaks for two blocks that they are of it. */
  kinds: Float64Array;
}

/** Look at two texts for what tells which blocks belong together. */
export function compareTexts(
  source: AlignableText,
  target: AlignableText,
  marks: readonly Link[],
): Comparison {
  const all = [...source.blocks, ...target.blocks];
  const typeNumbers = numberEach(all.map(({ type }) => type));
  const kindNumbers = numberEach(all.map(kindOf));
  const scales = letterScales(measure(source), measure(target));
  const side = ({ blocks }: AlignableText, scale: number): Side => ({
    blocks,
    lengths: Float64Array.from(blocks, (block) =>
      block.type === 'code' ? block.text.length : lengthOf(block) * scale,
    ),
    types: Int32Array.from(blocks, ({ type }) => typeNumbers.get(type) ?? 0),
    kinds: Int32Array.from(blocks, (block) => kindNumbers.get(kindOf(block)) ?? 0),
  });
  const sides = [side(source, scales.source), side(target, scales.target)] as const;
  const types = [...typeNumbers].map(([type, number]) => {
    const lengths = sides.flatMap(({ lengths, types }) => [
      ...lengths.filter((_, block) => types[block] === number),
    ]);
    return { lengths: tabulateLengths(spreadOf(lengths)), canMerge: type === 'paragraph' };
  });
  const counts = new Float64Array(kindNumbers.size);
  for (const kind of sides.flatMap(({ kinds }) => [...kinds])) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    source: sides[0],
    target: sides[1],
    signs: findSharedSigns(source.blocks, target.blocks, marks),
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

function numberEach(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, number) => [name, number]));
}
