import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { drawBars, frameSign, signSize, type Bar } from '../figures/stage/sign.ts';

/** Edge of a cell. */
const cell = 20;
const columns = signSize.width / cell;
const rows = signSize.height / cell;

/** Thickness of a strand, and its distance from the edge of its cell; a pair lies symmetrically in the cell. */
const strand = 5;
const inset = 3.5;

/**
 * Draws a pattern that looks different for each seed: a weave of paired strands, vertical ones in the accent color and horizontal
 * ones in the color of ink. A hash of the seed determines for each cell which pair is on top.
 */
export function drawPattern(seed: string): Element {
  const isVertical = toBits(seed, columns * rows);
  const at = (column: number, row: number): boolean => isVertical[row * columns + column] === true;
  const across = range(columns);
  const down = range(rows);
  const vertical = across.flatMap((column) =>
    runsOf(down.map((row) => at(column, row))).flatMap(({ start, length }) =>
      offsets.map((offset): Bar => {
        return { x: column * cell + offset, y: start * cell, width: strand, height: length * cell };
      }),
    ),
  );
  const horizontal = down.flatMap((row) =>
    runsOf(across.map((column) => !at(column, row))).flatMap(({ start, length }) =>
      offsets.map((offset): Bar => {
        return { x: start * cell, y: row * cell + offset, width: length * cell, height: strand };
      }),
    ),
  );
  return frameSign(drawBars('accent', vertical), drawBars('ink', horizontal));
}

const offsets = [inset, cell - inset - strand];

/** Returns the first bits of a hash of the text. */
function toBits(text: string, count: number): boolean[] {
  const bytes = createHash('sha256').update(text).digest();
  return range(count).map((bit) => (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1);
}

/** Returns the runs of true values. A strand is one bar per run, as bars that only touch would show a seam. */
function runsOf(values: readonly boolean[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (const [index, value] of values.entries()) {
    const last = runs.at(-1);
    if (value && last !== undefined && last.start + last.length === index) last.length += 1;
    else if (value) runs.push({ start: index, length: 1 });
  }
  return runs;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
