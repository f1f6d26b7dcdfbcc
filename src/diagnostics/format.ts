import { compareDiagnostics, errorsIn, type Diagnostic } from './diagnostic.ts';

/**
 * Formats a diagnostic for the terminal.
 *
 * @example
 * content/articles/a/en.md:3:1: error: Unknown key `tpoics`: did you mean `topics`?  yaml/unknown-key
 *   why  …
 *   fix  …
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, what, why, fix, rule } = diagnostic;
  return [`${file}:${line}:${column}: ${severity}: ${what}  ${rule}`, `  why  ${why}`, `  fix  ${fix}`].join(
    '\n',
  );
}

/** Formats all diagnostics, sorted, and a line that counts them. Returns an empty string for an empty list. */
export function formatReport(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return [...sorted.map(formatDiagnostic), summarize(diagnostics)].join('\n\n');
}

/**
 * Formats diagnostics like {@link formatReport}, but groups those with the same rule, reason and fix, and prints these only once, so
 * that important problems don't get lost among many similar ones.
 */
export function formatGroupedReport(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const groups = Map.groupBy(sorted, ({ rule, why, fix }) => JSON.stringify([rule, why, fix]));
  const formatted = [...groups.values()].map((group) =>
    group
      .map((each, index) =>
        index === group.length - 1 ? formatDiagnostic(each) : formatDiagnostic(each).split('\n', 1).join(''),
      )
      .join('\n'),
  );
  return [...formatted, summarize(diagnostics)].join('\n\n');
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = errorsIn(diagnostics).length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}

/** Formats a number with an English noun: `1 place`, `2 places`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
