import type { Diagnostic, Place } from '../../diagnostics/index.ts';
import type { Node } from 'unist';
import type { Edit } from '../edits.ts';

/** A change that the import makes to a text, and the message that reports it. */
export interface Conversion extends Place, Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'> {
  edits: readonly Edit[];
}

/** Returns the place of a node and its offsets in the text. */
export function spanOf({ position }: Node): Place & { start: number; end: number } {
  const { start, end } = position ?? {};
  return {
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    start: start?.offset ?? 0,
    end: end?.offset ?? 0,
  };
}

/** Returns a warning for each conversion. Identical ones at the same place are reported once. */
export function reportConversions(conversions: readonly Conversion[], file: string): Diagnostic[] {
  const groups = Map.groupBy(conversions, ({ line, column, rule, what }) =>
    JSON.stringify([line, column, rule, what]),
  );
  return [...groups.values()]
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
