import type { Comparison, Side } from './comparison.ts';
import type { Link } from './link.ts';

/**
 * Align two stretches of blocks that hold nothing moved: Gale & Church’s dynamic programming over pairs of blocks, with what
 * blocks have in common as further evidence. Where the stretches are so long that all of it would not fit into memory, only
 * pairs near the diagonal are looked at.
 *
 * @param source numbers of the blocks of each stretch, ascending
 */
export function alignSequence(
  comparison: Comparison,
  { source, target }: Link,
): Link[] {
  if (source.length === 0 || target.length === 0) return [];
  return tracePath(findSteps(comparison, source, target), source, target);
}

/** How many blocks of each side a step of the path takes, and how likely such a step is. */
const steps = [
  { source: 1, target: 0, prior: Math.log(0.06) },
  { source: 0, target: 1, prior: Math.log(0.06) },
  { source: 1, target: 1, prior: Math.log(0.84) },
  { source: 2, target: 1, prior: Math.log(0.018) },
  { source: 1, target: 2, prior: Math.log(0.018) },
  { source: 2, target: 2, prior: Math.log(0.004) },
] as const;

/** What it costs that two blocks are of one type and yet not of one kind: another level, another list. */
const otherKind = Math.log(0.03);

/** No lack of common signs speaks more against two blocks than this. */
const leastSigns = -6;

/** The best last step to each pair of places, near the diagonal. */
interface Steps {
  /** Number of the step, row by row. */
  best: Uint8Array;
  /** Per row, the place at which it begins in `best`, and the column with which. */
  rows: readonly { at: number; from: number }[];
}

/** As many pairs of places are kept; a byte each. */
const mostPairs = 8_000_000;

function findSteps(comparison: Comparison, source: readonly number[], target: readonly number[]): Steps {
  const [height, width] = [source.length, target.length];
  const reach = Math.max(Math.floor(mostPairs / (height + 1) / 2), Math.ceil(width / height) + 2);
  const bounds = Array.from({ length: height + 1 }, (_, row) => {
    const centre = Math.round((row * width) / height);
    return { from: Math.max(0, centre - reach), to: Math.min(width, centre + reach) };
  });
  const rows: { at: number; from: number }[] = [];
  let size = 0;
  for (const { from, to } of bounds) {
    rows.push({ at: size, from });
    size += to - from + 1;
  }
  const best = new Uint8Array(size);
  const own = prepare(comparison.source, comparison.signs.source, source);
  const other = prepare(comparison.target, comparison.signs.target, target);
  const shared = createSharedRows(comparison, source, target);
  const { types, kinds } = comparison;
  let [before, previous, current] = [newRow(width), newRow(width), newRow(width)];
  for (const [row, { from, to }] of bounds.entries()) {
    current.fill(-Infinity);
    const { at } = rows[row] ?? { at: 0 };
    const [here, above] = row === 0 ? [undefined, undefined] : shared(row - 1);
    const r = row - 1;
    for (let column = from; column <= to; column++) {
      let score = row === 0 && column === 0 ? 0 : -Infinity;
      let step = 0;
      if (row > 0) {
        score = value(previous, column) + steps[0].prior;
      }
      if (column > 0) {
        const alone = value(current, column - 1) + steps[1].prior;
        if (alone > score) [score, step] = [alone, 1];
      }
      const c = column - 1;
      if (here !== undefined && above !== undefined && column > 0 && own.types[r] === other.types[c]) {
        const { lengths, canMerge } = types[own.types[r] ?? 0] ?? types[0]!;
        const kind = own.kinds[r] ?? 0;
        const sameKind = kind === other.kinds[c];
        const signs = value(here, c);
        const one =
          value(previous, c) +
          steps[2].prior +
          (sameKind ? value(kinds, kind) : otherKind) +
          lengths(value(own.lengths, r), value(other.lengths, c)) +
          weigh(signs, value(own.shared, r), value(other.shared, c), value(own.alone, r) + value(other.alone, c));
        if (one > score) [score, step] = [one, 2];
        if (canMerge) {
          const ownPair = r > 0 && own.kinds[r - 1] === kind && own.types[r - 1] === own.types[r];
          const otherKindNumber = other.kinds[c] ?? 0;
          const otherPair = c > 0 && other.kinds[c - 1] === otherKindNumber;
          const kindScore = sameKind ? value(kinds, kind) : otherKind;
          if (ownPair) {
            const two =
              value(before, c) +
              steps[3].prior +
              kindScore +
              lengths(value(own.lengths, r) + value(own.lengths, r - 1), value(other.lengths, c)) +
              weigh(
                signs + value(above, c),
                value(own.shared, r) + value(own.shared, r - 1),
                value(other.shared, c),
                value(own.alone, r) + value(own.alone, r - 1) + value(other.alone, c),
              );
            if (two > score) [score, step] = [two, 3];
          }
          if (otherPair) {
            const two =
              value(previous, c - 1) +
              steps[4].prior +
              kindScore +
              lengths(value(own.lengths, r), value(other.lengths, c) + value(other.lengths, c - 1)) +
              weigh(
                signs + value(here, c - 1),
                value(own.shared, r),
                value(other.shared, c) + value(other.shared, c - 1),
                value(own.alone, r) + value(other.alone, c) + value(other.alone, c - 1),
              );
            if (two > score) [score, step] = [two, 4];
          }
          if (ownPair && otherPair) {
            const two =
              value(before, c - 1) +
              steps[5].prior +
              kindScore +
              lengths(
                value(own.lengths, r) + value(own.lengths, r - 1),
                value(other.lengths, c) + value(other.lengths, c - 1),
              ) +
              weigh(
                signs + value(here, c - 1) + value(above, c) + value(above, c - 1),
                value(own.shared, r) + value(own.shared, r - 1),
                value(other.shared, c) + value(other.shared, c - 1),
                value(own.alone, r) +
                  value(own.alone, r - 1) +
                  value(other.alone, c) +
                  value(other.alone, c - 1),
              );
            if (two > score) [score, step] = [two, 5];
          }
        }
      }
      current[column] = score;
      best[at + column - from] = step;
    }
    [before, previous, current] = [previous, current, before];
  }
  return { best, rows };
}

function weigh(shared: number, own: number, other: number, alone: number): number {
  return Math.max(leastSigns, Math.min(shared, own, other) - alone);
}

function value(row: Float64Array, index: number): number {
  return row[index] ?? -Infinity;
}

function newRow(width: number): Float64Array {
  return new Float64Array(width + 1).fill(-Infinity);
}

function prepare(side: Side, signs: { shared: Float64Array; alone: Float64Array }, blocks: readonly number[]) {
  const pick = (values: Float64Array): Float64Array => Float64Array.from(blocks, (block) => values[block] ?? 0);
  return {
    lengths: pick(side.lengths),
    types: Int32Array.from(blocks, (block) => side.types[block] ?? 0),
    kinds: Int32Array.from(blocks, (block) => side.kinds[block] ?? 0),
    shared: pick(signs.shared),
    alone: pick(signs.alone),
  };
}

/** Gives for a row what its block shares with each of the other side, and what the block before does. */
function createSharedRows(
  { signs }: Comparison,
  source: readonly number[],
  target: readonly number[],
): (row: number) => [Float64Array, Float64Array] {
  const columns = new Map<number, number[]>();
  for (const [column, block] of target.entries()) {
    for (const sign of signs.target.of[block] ?? []) {
      const known = columns.get(sign);
      if (known === undefined) columns.set(sign, [column]);
      else known.push(column);
    }
  }
  let [here, above] = [new Float64Array(target.length), new Float64Array(target.length)];
  return (row) => {
    [here, above] = [above, here];
    here.fill(0);
    for (const sign of signs.source.of[source[row] ?? 0] ?? []) {
      const weight = signs.weights[sign] ?? 0;
      for (const column of columns.get(sign) ?? []) here[column] = (here[column] ?? 0) + weight;
    }
    return [here, above];
  };
}

function tracePath({ best, rows }: Steps, source: readonly number[], target: readonly number[]): Link[] {
  const links: Link[] = [];
  let [row, column] = [source.length, target.length];
  while (row > 0 || column > 0) {
    const { at, from } = rows[row] ?? { at: 0, from: 0 };
    const step = steps[best[at + column - from] ?? 0] ?? steps[0];
    if (step.source > 0 && step.target > 0)
      links.push({
        source: source.slice(row - step.source, row),
        target: target.slice(column - step.target, column),
      });
    row -= step.source;
    column -= step.target;
  }
  return links.reverse();
}
