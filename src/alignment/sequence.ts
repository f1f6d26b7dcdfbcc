import type { Link } from './link.ts';
import type { Comparison } from './comparison.ts';
import { createScores } from './score.ts';

/**
 * Align two stretches in which nothing has moved: Gale & Church’s dynamic programming, over blocks in place of sentences. Of
 * stretches so long that all pairs of their blocks are too many, those near the diagonal are looked at.
 */
export function alignSequence(comparison: Comparison, stretch: Link): Link[] {
  if (stretch.source.length === 0 || stretch.target.length === 0) return [];
  return tracePath(findSteps(comparison, stretch), stretch);
}

/** How many blocks of each side a step takes, and how likely such a step is. */
const steps = [
  { source: 1, target: 0, prior: Math.log(0.06) },
  { source: 0, target: 1, prior: Math.log(0.06) },
  { source: 1, target: 1, prior: Math.log(0.84) },
  { source: 2, target: 1, prior: Math.log(0.018) },
  { source: 1, target: 2, prior: Math.log(0.018) },
  { source: 2, target: 2, prior: Math.log(0.004) },
] as const;
const [skipSource, skipTarget] = steps;

/** The last step of the best way to each pair of places. */
interface Steps {
  /** Numbers of steps, row by row: a byte each. */
  best: Uint8Array;
  /** Of each row, where it begins in that, and from which column to which it goes. */
  rows: readonly Row[];
}

interface Row {
  at: number;
  from: number;
  to: number;
}

function findSteps(comparison: Comparison, { source, target }: Link): Steps {
  const { rows, size } = createBand(source.length, target.length);
  const best = new Uint8Array(size);
  const scoresOf = createScores(comparison, { source, target });
  const newRow = (): Float64Array => new Float64Array(target.length + 1).fill(-Infinity);
  const scores = newRow();
  /** What is reached in this row and in the two before it. */
  let reached = [newRow(), newRow(), newRow()] as const;
  for (const [row, range] of rows.entries()) {
    reached = [reached[2].fill(-Infinity), reached[0], reached[1]];
    const [current, previous] = reached;
    const { at, from, to } = range;
    if (row === 0) current[0] = 0;
    else {
      const write = scoresOf(row);
      for (let column = from; column <= to; column++)
        current[column] = (previous[column] ?? -Infinity) + skipSource.prior;
      for (const [number, step] of steps.entries()) {
        if (step.source === 0 || step.target === 0) continue;
        write(scores, step, { from: Math.max(from, step.target), to });
        const before = reached[step.source];
        for (let column = Math.max(from, step.target); column <= to; column++) {
          const sum =
            (before[column - step.target] ?? -Infinity) + step.prior + (scores[column] ?? -Infinity);
          if (sum > (current[column] ?? -Infinity)) {
            current[column] = sum;
            best[at + column - from] = number;
          }
        }
      }
    }
    for (let column = from + 1; column <= to; column++) {
      const sum = (current[column - 1] ?? -Infinity) + skipTarget.prior;
      if (sum > (current[column] ?? -Infinity)) {
        current[column] = sum;
        best[at + column - from] = steps.indexOf(skipTarget);
      }
    }
  }
  return { best, rows };
}

/** So many pairs of places are looked at, at the most. */
const mostPairs = 8_000_000;

/** The pairs of places that are looked at. */
function createBand(height: number, width: number): { rows: Row[]; size: number } {
  // Each row must meet the next, however steep the diagonal is.
  const reach = Math.max(Math.floor(mostPairs / (height + 1) / 2), Math.ceil(width / height) + 2);
  let size = 0;
  const rows = Array.from({ length: height + 1 }, (_, row) => {
    const centre = Math.round((row * width) / height);
    const [from, to] = [Math.max(0, centre - reach), Math.min(width, centre + reach)];
    const at = size;
    size += to - from + 1;
    return { at, from, to };
  });
  return { rows, size };
}

/** Go back the best way; blocks that it passes alone are in no link. */
function tracePath({ best, rows }: Steps, { source, target }: Link): Link[] {
  const links: Link[] = [];
  let [row, column] = [source.length, target.length];
  while (row > 0 || column > 0) {
    const { at, from } = rows[row] ?? { at: 0, from: 0 };
    const step = steps[best[at + column - from] ?? 0] ?? steps[0];
    const [nextRow, nextColumn] = [row - step.source, column - step.target];
    if (step.source > 0 && step.target > 0)
      links.push({ source: source.slice(nextRow, row), target: target.slice(nextColumn, column) });
    [row, column] = [nextRow, nextColumn];
  }
  return links.reverse();
}
