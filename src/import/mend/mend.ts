import type { Diagnostic, Place } from '../../diagnostics/index.ts';
import type { Node } from 'unist';
import type { Edit } from '../edits.ts';

/** What is changed in a text that is brought in, and what its owner is told of it. */
export interface Mend extends Place, Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'> {
  edits: readonly Edit[];
}

/** Where a node of a tree stands: its place and its offsets. */
export function spanOf({ position }: Node): Place & { start: number; end: number } {
  const { start, end } = position ?? {};
  return {
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    start: start?.offset ?? 0,
    end: end?.offset ?? 0,
  };
}

/** The diagnostics of mends, each told once: what is mended stops nothing. */
export function tellMends(mends: readonly Mend[], file: string): Diagnostic[] {
  const told = Map.groupBy(mends, ({ line, column, rule, what }) =>
    JSON.stringify([line, column, rule, what]),
  );
  return [...told.values()]
    .flatMap((same) => same.slice(0, 1))
    .map(({ line, column, rule, what, why, fix }) => ({
      file,
      line,
      column,
      rule,
      severity: 'warning',
      what,
      why,
      fix,
    }));
}
