import { compareDiagnostics, errorsIn, type Diagnostic } from './diagnostic.ts';

/**
 * A diagnostic as people read it in a terminal.
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

/** All diagnostics in reading order, then one line that counts them; an empty list gives an empty string. */
export function formatReport(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return [...sorted.map(formatDiagnostic), summarize(diagnostics)].join('\n\n');
}

/**
 * All diagnostics as {@link formatReport} gives them, but why and how to put it right are said once for all that share
 * them: where much is told that needs no doing, what does is not lost in it.
 */
export function formatGroupedReport(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const groups = Map.groupBy(sorted, ({ rule, why, fix }) => JSON.stringify([rule, why, fix]));
  const told = [...groups.values()].map((group) =>
    group
      .map((each, index) =>
        index === group.length - 1 ? formatDiagnostic(each) : formatDiagnostic(each).split('\n', 1).join(''),
      )
      .join('\n'),
  );
  return [...told, summarize(diagnostics)].join('\n\n');
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = errorsIn(diagnostics).length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}

/** A number of things, in English: `1 place`, `2 places`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
