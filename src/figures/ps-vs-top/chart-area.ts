import { limitLevels, span, type Piece, type State } from './model/index.ts';

/** Where in the picture the lines are: from left to right in per cent of its width, from top to bottom in pixels. */
export const chartArea = { left: 9, right: 100, top: 46, bottom: 216 } as const;

/** The highest load that there can be, in per cent of one CPU: what the chart’s height stands for. */
export function highestOf({ threads, cpus }: Pick<State, 'threads' | 'cpus'>): number {
  return 100 * Math.min(threads, cpus);
}

/** The pieces of a state’s life as its threads and CPUs can live them. */
export function livedPieces({ pieces, threads, cpus }: State): Piece[] {
  return limitLevels(pieces, threads, cpus);
}

/** Ticks and level at a place of the chart, both from 0 to 1, right and up. */
export function placeToLoad(across: number, up: number, highest: number): { tick: number; level: number } {
  return { tick: Math.round(clamp(across) * span), level: Math.round(clamp(up) * highest) };
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
