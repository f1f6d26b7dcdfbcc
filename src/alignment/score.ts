import type { Comparison, Side } from './comparison.ts';
import type { SharedSigns, Signs } from './evidence.ts';
import type { Link } from './link.ts';

/** How much speaks for it that one or two blocks up to a place of each side say the same; none does if they cannot. */
export type Score = (column: number, own: number, other: number) => number;

/** What it costs that two blocks are of one type and yet not of one kind: another level, another list. */
const otherKind = Math.log(0.03);

/** No lack of common signs speaks more against two blocks than this. */
const leastSigns = -6;

/**
 * Gives the scores of each row of a stretch, which are asked for one after another. A score is a logarithm: how much likelier
 * the blocks are what they are if they belong together than if they don’t. So blocks that stand alone score nothing.
 */
export function createScore(comparison: Comparison, stretch: Link): (row: number) => Score {
  const own = lineUp(comparison.source, comparison.signs.source, stretch.source, comparison);
  const other = lineUp(comparison.target, comparison.signs.target, stretch.target, comparison);
  const share = createSharing(comparison.signs, stretch.target);
  let here: Float64Array = new Float64Array(stretch.target.length);
  let above: Float64Array = new Float64Array(stretch.target.length);
  return (row) => {
    const r = row - 1;
    if (r >= 0) [above, here] = [here, share(stretch.source[r] ?? -1, above)];
    const type = comparison.types[own.types[r] ?? 0];
    return (column, ownCount, otherCount) => {
      if (ownCount === 0 || otherCount === 0) return 0;
      const c = column - 1;
      if (own.types[r] !== other.types[c] || type === undefined) return -Infinity;
      if ((ownCount === 2 && own.joins[r] !== 1) || (otherCount === 2 && other.joins[c] !== 1))
        return -Infinity;
      const [ours, theirs] = [ownCount === 2 ? own.double : own.single, otherCount === 2 ? other.double : other.single];
      let shared = here[c] ?? 0;
      if (otherCount === 2) shared += here[c - 1] ?? 0;
      if (ownCount === 2) shared += (above[c] ?? 0) + (otherCount === 2 ? (above[c - 1] ?? 0) : 0);
      // A sign that stands once here and twice there is shared once.
      shared = Math.min(shared, ours.shared[r] ?? 0, theirs.shared[c] ?? 0);
      const signs = shared - (ours.alone[r] ?? 0) - (theirs.alone[c] ?? 0);
      const kind = own.kinds[r] ?? 0;
      return (
        (kind === other.kinds[c] ? (comparison.kinds[kind] ?? 0) : otherKind) +
        type.lengths(ours.lengths[r] ?? 0, theirs.lengths[c] ?? 0, ownCount + otherCount === 4) +
        Math.max(leastSigns, signs)
      );
    };
  };
}

/** What counts of the blocks of a stretch, in their order. */
interface Row {
  types: Int32Array;
  kinds: Int32Array;
  /** 1 where a block and the one before it can be one in the other text. */
  joins: Uint8Array;
  single: Sums;
  /** Of each block and the one before it together. */
  double: Sums;
}

interface Sums {
  lengths: Float64Array;
  shared: Float64Array;
  alone: Float64Array;
}

function lineUp(side: Side, signs: Signs, blocks: readonly number[], { types }: Comparison): Row {
  const pick = (values: Int32Array): Int32Array => Int32Array.from(blocks, (block) => values[block] ?? 0);
  const single = mapSums({ lengths: side.lengths, ...signs }, (values) =>
    Float64Array.from(blocks, (block) => values[block] ?? 0),
  );
  const kinds = pick(side.kinds);
  return {
    types: pick(side.types),
    kinds,
    joins: Uint8Array.from(blocks, (block, at) =>
      kinds[at] === kinds[at - 1] && types[side.types[block] ?? 0]?.canMerge === true ? 1 : 0,
    ),
    single,
    double: mapSums(single, (values) => values.map((each, at) => each + (values[at - 1] ?? 0))),
  };
}

function mapSums({ lengths, shared, alone }: Sums, change: (values: Float64Array) => Float64Array): Sums {
  return { lengths: change(lengths), shared: change(shared), alone: change(alone) };
}

/** Says what a block shares with each of a stretch of the other side; the row it is given is written over. */
function createSharing(
  signs: SharedSigns,
  target: readonly number[],
): (block: number, row: Float64Array) => Float64Array {
  const columns = new Map<number, number[]>();
  for (const [column, block] of target.entries()) {
    for (const sign of signs.target.of[block] ?? []) {
      const holders = columns.get(sign);
      if (holders === undefined) columns.set(sign, [column]);
      else holders.push(column);
    }
  }
  return (block, row) => {
    row.fill(0);
    for (const sign of signs.source.of[block] ?? []) {
      const weight = signs.weights[sign] ?? 0;
      for (const column of columns.get(sign) ?? []) row[column] = (row[column] ?? 0) + weight;
    }
    return row;
  };
}
