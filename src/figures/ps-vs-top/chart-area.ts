import type { State } from './model/index.ts';

/** Where in the picture the lines are: from left to right in per cent of its width, from top to bottom in pixels. */
export const chartArea = { left: 9, right: 100, top: 52, bottom: 222, height: 296 } as const;

/** The highest load that there can be, in per cent of one CPU: what the height of the lines stands for. */
export function highestOf({ threads, cpus }: Pick<State, 'threads' | 'cpus'>): number {
  return 100 * Math.min(threads, cpus);
}
