/** A point in a text file; line and column count from 1, the column in UTF-16 units, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/** `error` stops a build; `warning` is told and let through. */
export type Severity = 'error' | 'warning';

/** One thing wrong in the content: where, what, why it matters to a reader, and how to put it right. */
export interface Diagnostic extends Place {
  /** The file as its owner knows it: relative to the folder the command was run in. */
  file: string;
  /** Permanent name of the rule, so that a search for it always finds this. */
  rule: string;
  severity: Severity;
  what: string;
  why: string;
  fix: string;
}

/** Order for reading: by file, then line, then column, then rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The diagnostics that stop a build. */
export function errorsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}
