import type { Comparison, Side } from './comparison.ts';
import type { SharedSigns, Signs } from './evidence.ts';
import { weighLengths } from './length.ts';
import type { Link } from './link.ts';

/**
 * Write into a row, by column, how much speaks for it that so many blocks up to this place of each side say the same: a
 * logarithm, how much likelier they are what they are if they belong together than if they don’t.
 */
export type WriteScores = (
  into: Float64Array,
  step: { source: number; target: number },
  range: Range,
) => void;

/** Columns from the one to the other, both with it. */
interface Range {
  from: number;
  to: number;
}

/** What it costs that two blocks are of one type and yet not of one kind: another level, another list. */
const otherKind = Math.log(0.03);

/** No lack of common signs speaks more against two blocks than this. */
const leastSigns = -6;

/** Gives the scores of each row of a stretch, which are asked for one after another. */
export function createScores(comparison: Comparison, stretch: Link): (row: number) => WriteScores {
  const own = lineUp(comparison.source, comparison.signs.source, stretch.source, comparison);
  const other = lineUp(comparison.target, comparison.signs.target, stretch.target, comparison);
  const share = createSharing(comparison.signs, stretch.target);
  let here: Float64Array = new Float64Array(stretch.target.length);
  let above: Float64Array = new Float64Array(stretch.target.length);
  return (row) => {
    const r = row - 1;
    [above, here] = [here, share(stretch.source[r] ?? -1, above)];
    const type = own.types[r] ?? 0;
    const kind = own.kinds[r] ?? 0;
    const sameKind = comparison.kinds[kind] ?? 0;
    return (into, step, { from, to }) => {
      const [areTwo, areOthersTwo] = [step.source === 2, step.target === 2];
      const tables = comparison.types[type]?.lengths;
      if (tables === undefined || (areTwo && own.joins[r] !== 1)) {
        into.fill(-Infinity, from, to + 1);
        return;
      }
      const table = areTwo && areOthersTwo ? tables.double : tables.single;
      const { lengths, shared, alone } = areOthersTwo ? other.double : other.single;
      const ours = areTwo ? own.double : own.single;
      const [length, all, missed] = [ours.lengths[r] ?? 0, ours.shared[r] ?? 0, ours.alone[r] ?? 0];
      for (let column = from; column <= to; column++) {
        const c = column - 1;
        if (other.types[c] !== type || (areOthersTwo && other.joins[c] !== 1)) {
          into[column] = -Infinity;
          continue;
        }
        let common = here[c] ?? 0;
        if (areOthersTwo) common += here[c - 1] ?? 0;
        if (areTwo) common += above[c] ?? 0;
        if (areTwo && areOthersTwo) common += above[c - 1] ?? 0;
        // A sign that stands once here and twice there is shared once.
        const signs = Math.min(common, all, shared[c] ?? 0) - missed - (alone[c] ?? 0);
        into[column] =
          (kind === other.kinds[c] ? sameKind : otherKind) +
          weighLengths(length, lengths[c] ?? 0, table) +
          (signs < leastSigns ? leastSigns : signs);
      }
    };
  };
}

/** How much speaks for it that a block of each side say the same, wherever they stand. */
export function scorePair(comparison: Comparison, own: number, other: number): number {
  const scores = new Float64Array(2);
  const write = createScores(comparison, { source: [own], target: [other] })(1);
  write(scores, { source: 1, target: 1 }, { from: 1, to: 1 });
  return scores[1] ?? -Infinity;
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
