/** A position in a text file. Line and column count from 1, the column in UTF-16 units, like in editors. */
export interface Place {
  line: number;
  column: number;
}

/** An `error` fails a build; a `warning` is only reported. */
export type Severity = 'error' | 'warning';

/** A problem in the content: its position, what is wrong, why it matters, and how to fix it. */
export interface Diagnostic extends Place {
  /** Path relative to the folder in which the command was run. */
  file: string;
  /** Permanent id of the rule. */
  rule: string;
  severity: Severity;
  what: string;
  why: string;
  fix: string;
}

/** Compares diagnostics by file, then line, column and rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns the diagnostics of severity `error`. */
export function errorsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}
