import type { Link } from './link.ts';
import type { Comparison } from './comparison.ts';
import { createScores } from './score.ts';

/**
 * Aligns a region without moves by the dynamic programming of Gale & Church (1993), over blocks instead of sentences. In
 * regions with too many pairs of blocks, it is restricted to a band around the diagonal.
 */
export function alignSequence(comparison: Comparison, region: Link): Link[] {
  if (region.source.length === 0 || region.target.length === 0) return [];
  return backtrack(findSteps(comparison, region), region);
}

/** The number of blocks that a step takes from each side, and the logarithm of its prior probability. */
const steps = [
  { source: 1, target: 0, prior: Math.log(0.06) },
  { source: 0, target: 1, prior: Math.log(0.06) },
  { source: 1, target: 1, prior: Math.log(0.84) },
  { source: 2, target: 1, prior: Math.log(0.018) },
  { source: 1, target: 2, prior: Math.log(0.018) },
  { source: 2, target: 2, prior: Math.log(0.004) },
] as const;
const [skipSource, skipTarget] = steps;

/** The last step of the best path to each cell. */
interface Steps {
  /** Index of the step of each cell, row by row: one byte each. */
  best: Uint8Array;
  /** The offset of each row in `best`, and its first and last column. */
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
  /** Best scores of the current row and the two before it. */
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

/** Maximum number of cells, which bounds time and memory. */
const maxCells = 8_000_000;

/** Returns the band of cells around the diagonal. */
function createBand(height: number, width: number): { rows: Row[]; size: number } {
  // Adjacent rows must overlap, however steep the diagonal is.
  const reach = Math.max(Math.floor(maxCells / (height + 1) / 2), Math.ceil(width / height) + 2);
  let size = 0;
  const rows = Array.from({ length: height + 1 }, (_, row) => {
    const center = Math.round((row * width) / height);
    const [from, to] = [Math.max(0, center - reach), Math.min(width, center + reach)];
    const at = size;
    size += to - from + 1;
    return { at, from, to };
  });
  return { rows, size };
}

/** Follows the best path back from the end; skipped blocks are in no link. */
function backtrack({ best, rows }: Steps, { source, target }: Link): Link[] {
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
