import type { Comparison, Side } from './comparison.ts';
import type { Features, SharedFeatures } from './features.ts';
import { scoreLengths } from './length.ts';
import type { Link } from './link.ts';

/**
 * Writes the scores of a step into a row, by column. A step takes one or two blocks from each side. The score is a log-likelihood
 * ratio of two hypotheses: these blocks are counterparts, or they are unrelated.
 */
type WriteScores = (into: Float64Array, step: { source: number; target: number }, range: Range) => void;

/** A range of columns, both ends included. */
interface Range {
  from: number;
  to: number;
}

/** Score of two blocks with the same type but another level or other containers. */
const kindMismatch = Math.log(0.03);

/** Lower bound of the score of features. */
const minFeatureScore = -6;

/** Creates a function that scores the rows of a region; it must be called once for each row, in order. */
export function createScores(comparison: Comparison, region: Link): (row: number) => WriteScores {
  const own = collectRow(comparison.source, comparison.features.source, region.source, comparison);
  const other = collectRow(comparison.target, comparison.features.target, region.target, comparison);
  const overlapOf = createOverlap(comparison.features, region.target);
  let here: Float64Array = new Float64Array(region.target.length);
  let above: Float64Array = new Float64Array(region.target.length);
  return (row) => {
    const r = row - 1;
    [above, here] = [here, overlapOf(region.source[r] ?? -1, above)];
    const type = own.types[r] ?? 0;
    const kind = own.kinds[r] ?? 0;
    const sameKind = comparison.kinds[kind] ?? 0;
    return (into, step, { from, to }) => {
      const [areTwo, areOthersTwo] = [step.source === 2, step.target === 2];
      const tables = comparison.types[type]?.lengths;
      if (tables === undefined || (areTwo && own.canMerge[r] !== 1)) {
        into.fill(-Infinity, from, to + 1);
        return;
      }
      const table = areTwo && areOthersTwo ? tables.double : tables.single;
      const { lengths, shared, penalty } = areOthersTwo ? other.double : other.single;
      const ours = areTwo ? own.double : own.single;
      const [length, all, penaltyHere] = [ours.lengths[r] ?? 0, ours.shared[r] ?? 0, ours.penalty[r] ?? 0];
      for (let column = from; column <= to; column++) {
        const c = column - 1;
        if (other.types[c] !== type || (areOthersTwo && other.canMerge[c] !== 1)) {
          into[column] = -Infinity;
          continue;
        }
        let common = here[c] ?? 0;
        if (areOthersTwo) common += here[c - 1] ?? 0;
        if (areTwo) common += above[c] ?? 0;
        if (areTwo && areOthersTwo) common += above[c - 1] ?? 0;
        // A feature that is in one block here and in both blocks there counts once.
        const features = Math.min(common, all, shared[c] ?? 0) - penaltyHere - (penalty[c] ?? 0);
        into[column] =
          (kind === other.kinds[c] ? sameKind : kindMismatch) +
          scoreLengths(length, lengths[c] ?? 0, table) +
          (features < minFeatureScore ? minFeatureScore : features);
      }
    };
  };
}

/** Scores a pair of blocks, regardless of their positions. */
export function scorePair(comparison: Comparison, own: number, other: number): number {
  const scores = new Float64Array(2);
  const write = createScores(comparison, { source: [own], target: [other] })(1);
  write(scores, { source: 1, target: 1 }, { from: 1, to: 1 });
  return scores[1] ?? -Infinity;
}

/** The values of a region's blocks, in order. */
interface Row {
  types: Int32Array;
  kinds: Int32Array;
  /** 1 where a block and the previous one can be one block in the other text. */
  canMerge: Uint8Array;
  single: Sums;
  /** Each block combined with the previous one. */
  double: Sums;
}

interface Sums {
  lengths: Float64Array;
  shared: Float64Array;
  penalty: Float64Array;
}

function collectRow(side: Side, features: Features, blocks: readonly number[], { types }: Comparison): Row {
  const pick = (values: Int32Array): Int32Array => Int32Array.from(blocks, (block) => values[block] ?? 0);
  const single = mapSums({ lengths: side.lengths, ...features }, (values) =>
    Float64Array.from(blocks, (block) => values[block] ?? 0),
  );
  const kinds = pick(side.kinds);
  return {
    types: pick(side.types),
    kinds,
    canMerge: Uint8Array.from(blocks, (block, at) =>
      kinds[at] === kinds[at - 1] && types[side.types[block] ?? 0]?.canMerge === true ? 1 : 0,
    ),
    single,
    double: mapSums(single, (values) => values.map((each, at) => each + (values[at - 1] ?? 0))),
  };
}

function mapSums({ lengths, shared, penalty }: Sums, change: (values: Float64Array) => Float64Array): Sums {
  return { lengths: change(lengths), shared: change(shared), penalty: change(penalty) };
}

/** Creates a function that writes into a row how much weight a block's features share with each target block of a region. */
function createOverlap(
  features: SharedFeatures,
  target: readonly number[],
): (block: number, row: Float64Array) => Float64Array {
  const columns = new Map<number, number[]>();
  for (const [column, block] of target.entries()) {
    for (const feature of features.target.of[block] ?? []) {
      const holders = columns.get(feature);
      if (holders === undefined) columns.set(feature, [column]);
      else holders.push(column);
    }
  }
  return (block, row) => {
    row.fill(0);
    for (const feature of features.source.of[block] ?? []) {
      const weight = features.weights[feature] ?? 0;
      for (const column of columns.get(feature) ?? []) row[column] = (row[column] ?? 0) + weight;
    }
    return row;
  };
}
